namespace PixelLab.Web.Storage.Redis;

/// <summary>
/// What runs inside the server, each as one step that nothing comes between. Kept are: <c>last</c>, the newest id; <c>events</c>, a
/// stream of all ids; <c>ages</c>, these by when each is too old; <c>seat:…</c>, a stream of each seat's ids; <c>bodies</c>, what was written under each id, once;
/// <c>erasures</c>, a count; <c>erased</c>, a stream of the latest seats that lost events, under that count; and <c>openings</c>, the latest starts of labs, each with
/// the name that cursors have from then on and the newest id at the time. A stream's bytes stay in memory until their whole block is gone, so the streams hold nothing but ids and times: a body that is erased is gone at once.
/// </summary>
internal static class RedisScripts
{
    /// <summary>
    /// Keeps events under the next ids, so that the order of ids is the order in which they can be seen. KEYS: last, events, bodies, ages, openings;
    /// ARGV: the beginning of the seats' streams, the channel, then for each event seat, age and body. Answers with the last id and the log's name.
    /// </summary>
    public const string Append = """
        local count = (#ARGV - 2) / 3
        local last = redis.call('INCRBY', KEYS[1], count)
        for i = 1, count do
          local id = string.format('%.0f', last - count + i)
          local seat, since, body = ARGV[3 * i], ARGV[3 * i + 1], ARGV[3 * i + 2]
          redis.call('XADD', KEYS[2], id .. '-0', 't', since)
          redis.call('ZADD', KEYS[4], since, id)
          redis.call('XADD', ARGV[1] .. seat, id .. '-0', 't', since)
          redis.call('HSET', KEYS[3], id, seat .. ' ' .. body)
        end
        redis.call('PUBLISH', ARGV[2], string.format('%.0f', last))
        return { last, redis.call('LINDEX', KEYS[5], -1) or '' }
        """;

    /// <summary>
    /// Events of a stream after an id. KEYS: the stream, bodies, last, erasures, openings; ARGV: after, most, the bytes at which it is enough. Answers with the newest
    /// id of all, the count of erasures, up to where it has looked, the log's name, then id and body in turn.
    /// </summary>
    public const string Read = """
        local last = redis.call('GET', KEYS[3]) or '0'
        local answer = { last, redis.call('GET', KEYS[4]) or '0', last, redis.call('LINDEX', KEYS[5], -1) or '' }
        local rows = redis.call('XRANGE', KEYS[1], '(' .. ARGV[1] .. '-0', '+', 'COUNT', ARGV[2])
        if #rows == 0 then return answer end
        local ids = {}
        for i, row in ipairs(rows) do ids[i] = string.match(row[1], '^%d+') end
        local bodies = redis.call('HMGET', KEYS[2], unpack(ids))
        local bytes = 0
        for i, id in ipairs(ids) do
          if bodies[i] then
            answer[#answer + 1] = id
            answer[#answer + 1] = bodies[i]
            bytes = bytes + #bodies[i]
            if bytes >= tonumber(ARGV[3]) then
              answer[3] = id
              return answer
            end
          end
        end
        if #rows == tonumber(ARGV[2]) then answer[3] = ids[#ids] end
        return answer
        """;

    /// <summary>
    /// Opens the log under a name. KEYS: openings, last; ARGV: the name, how many openings are remembered. Answers with the newest id, then all that are. Where the server's memory is full, it lets a step go on that has begun with what makes room.
    /// </summary>
    public const string Open = """
        local last = redis.call('GET', KEYS[2]) or '0'
        redis.call('LTRIM', KEYS[1], 1 - ARGV[2], -1)
        redis.call('RPUSH', KEYS[1], ARGV[1] .. ' ' .. last)
        return { last, unpack(redis.call('LRANGE', KEYS[1], 0, -1)) }
        """;

    /// <summary>
    /// How the log was opened until now. KEYS: openings, last. Answers with the newest id, then the openings.
    /// </summary>
    public const string Openings = "return { redis.call('GET', KEYS[2]) or '0', unpack(redis.call('LRANGE', KEYS[1], 0, -1)) }";

    /// <summary>
    /// Erases a seat's oldest events, and with the last of them the seat. KEYS: the seat's stream, events, bodies, last, erasures, asked,
    /// erased, ages; ARGV: most, the channel, the seat, how many erased seats are remembered and for how many milliseconds, and how many events
    /// the steps before this one erased. Answers with how many events they were and, where it was the last of them, the count of erasures. That the seat is erased is noted in the same
    /// step, under that count, which every answer of <see cref="Read"/> carries: so every lab can tell what came before and what after.
    /// So is what asks for the server's file to be written anew: a lab that is killed right after it leaves that to the others. What makes room comes
    /// first, also where there is nothing to erase: a server whose memory is full lets a step go on that has begun with that.
    /// </summary>
    public const string Erase = """
        local rows = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', ARGV[1])
        for _, row in ipairs(rows) do
          local id = string.match(row[1], '^%d+')
          redis.call('HDEL', KEYS[3], id)
          redis.call('ZREM', KEYS[8], id)
          redis.call('XDEL', KEYS[2], row[1])
          redis.call('XDEL', KEYS[1], row[1])
        end
        if #rows == tonumber(ARGV[1]) then return { #rows, 0 } end
        redis.call('DEL', KEYS[1])
        local count = redis.call('INCR', KEYS[5])
        redis.call('INCR', KEYS[6])
        redis.call('XADD', KEYS[7], 'MAXLEN', ARGV[4], string.format('%.0f', count) .. '-0',
          's', ARGV[3], 'l', redis.call('GET', KEYS[4]) or '0', 'n', string.format('%.0f', #rows + ARGV[6]))
        redis.call('PEXPIRE', KEYS[7], ARGV[5])
        redis.call('PUBLISH', ARGV[2], 'erased')
        return { #rows, count }
        """;

    /// <summary>
    /// Erases what is too old, by the ages, and among the oldest events: those that labs of an earlier version have kept have no age. KEYS: events,
    /// bodies, erasures, stale, erased, ages; ARGV: before, most, the beginning of the seats' streams, the channel, how many erased seats are
    /// remembered and for how many milliseconds. Answers with how many they were. Which seats lost some is noted under one count, from its
    /// second place on: the first is that of a seat that was erased whole.
    /// </summary>
    public const string Expire = """
        local before, erased, seats, seen = tonumber(ARGV[1]), 0, {}, {}
        local function erase(id)
          local body = redis.call('HGET', KEYS[2], id)
          if body then
            local name = string.match(body, '^%w+')
            local seat = ARGV[3] .. name
            redis.call('XDEL', seat, id .. '-0')
            if redis.call('XLEN', seat) == 0 then redis.call('DEL', seat) end
            if not seen[name] then
              seen[name] = true
              seats[#seats + 1] = name
            end
          end
          redis.call('HDEL', KEYS[2], id)
          redis.call('ZREM', KEYS[6], id)
          erased = erased + redis.call('XDEL', KEYS[1], id .. '-0')
        end
        for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[6], '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])) do erase(id) end
        for _, row in ipairs(redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', ARGV[2])) do
          if tonumber(row[2][2]) < before then erase(string.match(row[1], '^%d+')) end
        end
        if erased > 0 then
          redis.call('SET', KEYS[4], '1')
          local count = string.format('%.0f', redis.call('INCR', KEYS[3]))
          for i, name in ipairs(seats) do
            redis.call('XADD', KEYS[5], 'MAXLEN', ARGV[5], count .. '-' .. i, 's', name)
          end
          redis.call('PEXPIRE', KEYS[5], ARGV[6])
          redis.call('PUBLISH', ARGV[4], 'expired')
        end
        return erased
        """;

    /// <summary>
    /// Puts a room in the place of the one that it was made from, or takes it away, if that one still stands. KEYS: rooms, the rooms of
    /// seats; ARGV: the version it was made from (0: there was none), the code, the room (empty: it is taken away), the channel, how many
    /// seats came, these, then the seats that left. Answers with 1, or 0 where somebody else was first.
    /// </summary>
    public const string ChangeRoom = """
        if string.match(redis.call('HGET', KEYS[1], ARGV[2]) or '0', '^%d+') ~= ARGV[1] then return 0 end
        local version = '0'
        if ARGV[3] == '' then
          redis.call('HDEL', KEYS[1], ARGV[2])
        else
          version = string.format('%.0f', tonumber(ARGV[1]) + 1)
          redis.call('HSET', KEYS[1], ARGV[2], version .. ' ' .. ARGV[3])
        end
        for i = 6, #ARGV do
          if i < 6 + tonumber(ARGV[5]) then redis.call('HSET', KEYS[2], ARGV[i], ARGV[2]) else redis.call('HDEL', KEYS[2], ARGV[i]) end
        end
        redis.call('PUBLISH', ARGV[4], ARGV[2] .. ' ' .. version)
        return 1
        """;
}
