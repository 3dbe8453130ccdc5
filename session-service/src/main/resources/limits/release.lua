-- Gives one place back.
-- KEYS: the person's set, the address's set, leases
-- ARGV: "{session}|{user}"
for i = 1, 2 do
  redis.call('SREM', KEYS[i], ARGV[1])
  redis.call('ZREM', KEYS[3], KEYS[i] .. '|' .. ARGV[1])
end
return 'ok'
