using Microsoft.AspNetCore.Routing.Matching;

namespace PixelLab.Web.Addressing;

/// <summary>Says on an endpoint which hosts of the town it belongs to.</summary>
/// <param name="Name">The host's name.</param>
public sealed record OnTownHost(string Name);

/// <summary>
/// Keeps endpoints to their hosts, as <c>RequireHost</c> does by host name, but in every addressing mode. An endpoint
/// that names no host answers on all of them: the hub and the stylesheets, so that the dock needs no cross-origin request.
/// </summary>
public sealed class TownHostMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>After the policies for methods, which sort endpoints into a tree first.</summary>
    public override int Order => 0;

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<OnTownHost>() is not null);

    /// <inheritdoc />
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var host = httpContext.Features.Get<TownRequest>()?.Host.Name;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i)
                && candidates[i].Endpoint.Metadata.GetMetadata<OnTownHost>() is { } on
                && on.Name != host)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }
}
