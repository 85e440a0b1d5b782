using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing.Matching;

namespace PixelLab.Web.Addressing;

/// <summary>Says on an endpoint which host of the town it belongs to.</summary>
/// <param name="Name">The host's name.</param>
public sealed record OnTownHost(string Name);

/// <summary>
/// Keeps endpoints to their hosts, as <c>RequireHost</c> does by host name, but in every addressing mode. An endpoint
/// that names no host answers on all of them: the hub and the stylesheets, so that the dock needs no cross-origin request.
/// The routes are sorted by host when they are built, so that a request meets none of another host's.
/// </summary>
public sealed class TownHostMatcherPolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>Stands for the hosts that no endpoint of a node names.</summary>
    private const string AnyOther = "";

    /// <summary>After the policies for methods, which sort endpoints into a tree first.</summary>
    public override int Order => 0;

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => HostOf(endpoint) is not null);

    /// <inheritdoc />
    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
    [
        .. endpoints.Select(endpoint => HostOf(endpoint) ?? AnyOther).Distinct(StringComparer.Ordinal)
            .Select(host => new PolicyNodeEdge(host, [.. endpoints.Where(endpoint => (HostOf(endpoint) ?? host) == host)])),
    ];

    /// <inheritdoc />
    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new ByHost(edges.ToFrozenDictionary(edge => (string)edge.State, edge => edge.Destination, StringComparer.Ordinal), exitDestination);

    private static string? HostOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<OnTownHost>()?.Name;

    private sealed class ByHost(FrozenDictionary<string, int> destinations, int exit) : PolicyJumpTable
    {
        private readonly int _anyOther = destinations.GetValueOrDefault(AnyOther, exit);

        public override int GetDestination(HttpContext httpContext) =>
            httpContext.Features.Get<TownRequest>() is { } town && destinations.TryGetValue(town.Host.Name, out var destination)
                ? destination
                : _anyOther;
    }
}
