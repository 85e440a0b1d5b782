namespace PixelLab.Core.Yours.Known;

/// <summary>Things by the hosts that they belong to: what stands at a host also belongs to every host below it.</summary>
internal sealed class HostTree<T>
{
    /// <summary>The most labels of a name in the DNS (RFC 1035: 255 octets, of which each label takes two at least).</summary>
    private const int MostLabels = 127;

    private readonly Dictionary<string, List<T>> _byHost = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts a thing at a host.</summary>
    public void Add(string host, T thing)
    {
        if (!_byHost.TryGetValue(host, out var things))
        {
            _byHost[host] = things = [];
        }

        things.Add(thing);
    }

    /// <summary>What belongs to a host: what stands at the host itself first, then what stands above it.</summary>
    public IEnumerable<T> Of(string host)
    {
        var rest = host;
        for (var label = 0; label < MostLabels; label++)
        {
            foreach (var thing in _byHost.GetValueOrDefault(rest) ?? [])
            {
                yield return thing;
            }

            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                yield break;
            }

            rest = rest[(dot + 1)..];
        }
    }
}
