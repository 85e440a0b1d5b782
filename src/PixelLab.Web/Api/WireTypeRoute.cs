using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace PixelLab.Web.Api;

/// <summary>Types that the description has beside those of the routes.</summary>
internal sealed record WireTypes(IReadOnlyList<Type> Types);

/// <summary>
/// Stands for a route that answers with all <see cref="WireTypes"/>: schemas with names are made for routes alone. The route itself is taken out
/// of the description when that is whole.
/// </summary>
internal sealed class WireTypeRoute(IEnumerable<WireTypes> types) : IApiDescriptionProvider
{
    /// <summary>Its address, which leads nowhere.</summary>
    public const string Path = "api/wire-types";

    /// <summary>The heading that it stands under.</summary>
    public const string Tag = "Hubs";

    /// <inheritdoc />
    public int Order => 0;

    /// <inheritdoc />
    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        var route = new ApiDescription
        {
            HttpMethod = HttpMethods.Get,
            RelativePath = Path,
            ActionDescriptor = new ActionDescriptor { EndpointMetadata = [new TagsAttribute(Tag)] },
        };
        foreach (var (place, type) in types.SelectMany(some => some.Types).Index())
        {
            route.SupportedResponseTypes.Add(new ApiResponseType
            {
                Type = type,
                StatusCode = StatusCodes.Status200OK + place,
                ApiResponseFormats = [new ApiResponseFormat { MediaType = "application/json" }],
            });
        }

        context.Results.Add(route);
    }

    /// <inheritdoc />
    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        // Nothing is to be added to what others have found.
    }
}
