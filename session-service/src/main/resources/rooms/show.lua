-- Shows one version of a VM session, unless a newer one is shown.
-- KEYS: the room, its members
-- ARGV: version, forgotten at (epoch ms), number of the room's fields, then these and then the members, each followed by its value
local present = redis.call('HGET', KEYS[1], 'version')
if present and tonumber(present) > tonumber(ARGV[1]) then
  return 'newer'
end
redis.call('DEL', KEYS[1], KEYS[2])
local first = 4 + 2 * tonumber(ARGV[3])
for i = 4, #ARGV, 2 do
  redis.call('HSET', KEYS[i < first and 1 or 2], ARGV[i], ARGV[i + 1])
end
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
redis.call('PEXPIREAT', KEYS[2], ARGV[2])
return 'shown'
