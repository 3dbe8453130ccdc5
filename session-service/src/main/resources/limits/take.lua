-- Takes one place, or says why not, in one step for the person and the address.
-- KEYS: the person's set, the address's set, leases, the marker that the counts are known
-- ARGV: "{session}|{user}", limit a person, limit an address, lease in ms
if redis.call('EXISTS', KEYS[4]) == 0 then
  return 'forgotten'
end

local member = ARGV[1]
local session = string.match(member, '^(.-)|')

-- Distinct sessions count, and the one asked for is no second one.
local function is_full(key, limit)
  local seen, distinct = {}, 0
  for _, held in ipairs(redis.call('SMEMBERS', key)) do
    local other = string.match(held, '^(.-)|')
    if other == session then
      return false
    end
    if not seen[other] then
      seen[other] = true
      distinct = distinct + 1
    end
  end
  return distinct >= limit
end

if is_full(KEYS[1], tonumber(ARGV[2])) then
  return 'user'
end
if is_full(KEYS[2], tonumber(ARGV[3])) then
  return 'address'
end

local time = redis.call('TIME')
local until_ms = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[4])
local fresh = 0
for i = 1, 2 do
  fresh = fresh + redis.call('SADD', KEYS[i], member)
  redis.call('ZADD', KEYS[3], until_ms, KEYS[i] .. '|' .. member)
end
return fresh > 0 and 'fresh' or 'held'
