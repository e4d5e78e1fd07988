import { ConfigError } from '@wirewatch/shared/config.ts';
import { SERVICES, type Service } from '@wirewatch/shared/pipeline.ts';
import { runService } from '@wirewatch/shared/service.ts';
import { Command } from 'commander';
import { STARTS } from '../services.ts';
import { UsageError } from '../usage-error.ts';

export function command(): Command {
  return new Command('work')
    .description('one service in the foreground, for containers; needs REDIS_URL, stops on SIGTERM')
    .argument('<service>', SERVICES.join(', '))
    .action(async (name: string) => {
      if (!(name in STARTS))
        throw new UsageError(`there is no service "${name}": expected one of ${SERVICES.join(', ')}`);
      const service = name as Service;
      const { start } = await STARTS[service]();
      try {
        await runService(service, start);
      } catch (error) {
        if (error instanceof ConfigError) throw new UsageError(error.message);
        throw error;
      }
      process.exit(0);
    });
}
