-- Makes one set what the record says: takes out what the record does not show unless it is still leased, and adds what is missing.
-- KEYS: the set, leases
-- ARGV: "add" or "keep" (add nothing), then the members the record shows
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)

local recorded = {}
for i = 2, #ARGV do
  recorded[ARGV[i]] = true
end
for _, held in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if not recorded[held] and not redis.call('ZSCORE', KEYS[2], KEYS[1] .. '|' .. held) then
    redis.call('SREM', KEYS[1], held)
  end
end
if ARGV[1] == 'add' then
  for member in pairs(recorded) do
    redis.call('SADD', KEYS[1], member)
  end
end
return 'ok'
