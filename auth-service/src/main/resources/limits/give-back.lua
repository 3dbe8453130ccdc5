-- Gives an attempt at KEYS[1] back, because it was a right one.
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then
  redis.call('DECR', KEYS[1])
end
return 0
