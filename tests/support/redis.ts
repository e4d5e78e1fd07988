/** A real Redis for the tests of rooms that may not import the command line, which starts it for users. */
export { type PrivateRedis, startPrivateRedis } from '../../services/cli/private-redis/server.ts';
