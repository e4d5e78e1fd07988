/**
 * A host's state is a hash (`next`: the first free slot; `far`: the time last told
 * to a patient asker; `last`: when a request last began or ended; `average`: response time; `strain`: factor after 429s;
 * `blocked`, `dead`: until when) and two sorted sets: requests that run, by the end of their lease, and slots that were
 * promised, by their time. All in milliseconds of Redis' clock.
 */
const CLOCK = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** Hosts that nobody asks for are forgotten after a day. */
const FORGET_MS = 86_400_000;
/** A promised slot whose holder does not come back this long after its time is given up. */
const SLOT_GRACE_MS = 60_000;
/** How many slots ahead the patient may hold: enough that the host is never idle for want of an asker. */
const NEAR_SLOTS = 3;
/** A poll looks for a page among so many slots: before it stand at most the polls of the host's other feeds. */
const LOOKED_AT = 100;

/**
 * KEYS: state, running, slots. ARGV: holder, least gap, largest gap, concurrency, lease, patient (0 or 1). Gives {wait,
 * reason}: reason 0 free, 1 gap, 2 busy, 3 blocked, 4 dead.
 *
 * Who is patient is promised a slot only when it is near; else it is told a time behind all other patient ones, without
 * a promise. So a backfill of thousands of pages stands before nobody else.
 *
 * A feed's poll changes places with the first page that was promised one: pages can wait, but what leaves a feed while
 * its poll stands behind thousands of them is never seen.
 */
export const RESERVE_SCRIPT = `${CLOCK}
local state, running, slots = KEYS[1], KEYS[2], KEYS[3]
local holder, floor, ceiling = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local concurrency, lease, patient = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6] == '1'
local known = redis.call('HMGET', state, 'next', 'average', 'strain', 'blocked', 'dead', 'last', 'far')
local free = tonumber(known[1]) or 0
local blocked, dead = tonumber(known[4]) or 0, tonumber(known[5]) or 0

if dead > now then return {dead - now, 4} end
if blocked > now then
  redis.call('DEL', slots)
  return {blocked - now, 3}
end

redis.call('ZREMRANGEBYSCORE', running, '-inf', now)
redis.call('ZREMRANGEBYSCORE', slots, '-inf', now - ${SLOT_GRACE_MS})

-- Admitted before it was worked on: the same request asks again.
if redis.call('ZSCORE', running, holder) then return {0, 0} end

-- The gap is kept from the end of one request to the start of the next; slots therefore leave room for the request.
local gap, spacing = 0, 0
if floor > 0 then
  local average = math.min(tonumber(known[2]) or 0, ceiling)
  gap = math.floor(math.min(math.max(floor, average) * (tonumber(known[3]) or 1), ceiling))
  gap = math.max(gap, floor)
  spacing = math.floor(gap + average)
end

local function keep()
  redis.call('PEXPIRE', state, ${FORGET_MS})
  redis.call('PEXPIRE', slots, ${FORGET_MS})
  redis.call('PEXPIRE', running, ${FORGET_MS})
end

local poll = string.sub(holder, 1, 5) == 'feed '
local function ahead(own)
  if not poll then return own end
  local promised = redis.call('ZRANGEBYSCORE', slots, '(' .. now, '(' .. own, 'WITHSCORES', 'LIMIT', 0, ${LOOKED_AT})
  for at = 1, #promised, 2 do
    if string.sub(promised[at], 1, 5) ~= 'feed ' then
      redis.call('ZADD', slots, own, promised[at])
      return tonumber(promised[at + 1])
    end
  end
  return own
end

local slot = tonumber(redis.call('ZSCORE', slots, holder))
if not slot then
  slot = math.max(now, free)
  if patient and slot - now > ${NEAR_SLOTS} * spacing then
    local far = math.max(slot, tonumber(known[7]) or 0) + spacing
    redis.call('HSET', state, 'far', far)
    keep()
    return {far - now, 1}
  end
  redis.call('HSET', state, 'next', slot + spacing)
  slot = ahead(slot)
end
-- A holder that comes late to its slot must not meet the next one at the door.
local last = tonumber(known[6])
if last then slot = math.max(slot, last + gap) end
if slot <= now then
  -- Of a request that still runs nobody knows whether it was sent at once: it is given a second gap for that.
  local newest = redis.call('ZRANGE', running, -1, -1, 'WITHSCORES')[2]
  if newest then slot = math.max(slot, tonumber(newest) - lease + 2 * gap) end
end
if slot > now then
  redis.call('ZADD', slots, slot, holder)
  keep()
  return {slot - now, 1}
end
if redis.call('ZCARD', running) >= concurrency then
  local retry = now + math.max(gap, 100)
  if spacing > 0 then
    redis.call('HSET', state, 'next', math.max(tonumber(redis.call('HGET', state, 'next')) or 0, retry + spacing))
  else
    -- Without gaps there is no order of slots: who waits is told a turn, or all would come back at once, again and again.
    retry = retry + 100 * math.floor(redis.call('ZCOUNT', slots, '(' .. now, '+inf') / concurrency)
    retry = ahead(retry)
  end
  redis.call('ZADD', slots, retry, holder)
  keep()
  return {retry - now, 2}
end
redis.call('ZREM', slots, holder)
redis.call('ZADD', running, now + lease, holder)
redis.call('HSET', state, 'last', now)
keep()
return {0, 0}
`;

/**
 * KEYS: state, running. ARGV: holder, elapsed (-1: it never got there). The average follows with a weight of a quarter.
 * The next gap counts from here: a worker may be slow to send what it was granted, so that only a request's end is
 * surely later than its arrival.
 */
export const RELEASE_SCRIPT = `${CLOCK}
redis.call('ZREM', KEYS[2], ARGV[1])
local elapsed = tonumber(ARGV[2])
if elapsed < 0 then return 0 end
local known = redis.call('HMGET', KEYS[1], 'average', 'strain')
local average, strain = tonumber(known[1]), tonumber(known[2]) or 1
average = average and (average * 0.75 + elapsed * 0.25) or elapsed
strain = math.max(1, strain * 0.95)
redis.call('HSET', KEYS[1], 'average', average, 'strain', strain, 'last', now)
redis.call('PEXPIRE', KEYS[1], ${FORGET_MS})
return 1
`;

/** KEYS: state. ARGV: milliseconds, 'blocked' or 'dead'. A block never ends sooner than an earlier one said. */
export const BLOCK_SCRIPT = `${CLOCK}
local until_ = now + tonumber(ARGV[1])
local before = tonumber(redis.call('HGET', KEYS[1], ARGV[2])) or 0
if until_ > before then redis.call('HSET', KEYS[1], ARGV[2], until_) end
if ARGV[2] == 'blocked' then
  local strain = tonumber(redis.call('HGET', KEYS[1], 'strain')) or 1
  redis.call('HSET', KEYS[1], 'strain', math.min(strain * 2, 16), 'next', math.max(until_, before))
end
redis.call('PEXPIRE', KEYS[1], ${FORGET_MS})
return 1
`;
