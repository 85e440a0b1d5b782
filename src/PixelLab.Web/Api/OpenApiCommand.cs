using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace PixelLab.Web.Api;

/// <summary>
/// <c>dotnet run --project src/PixelLab.Web -- openapi</c>: writes the description of the API. The lab itself is not started. The types of the
/// browser code are made from it, so a route that is not in it is a fault here.
/// </summary>
public static class OpenApiCommand
{
    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments is ["openapi", ..];

    /// <summary>Writes it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app, Stream output, TextWriter faults)
    {
        // What is mapped is known to the rest of the program only from here on.
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync();
        var missing = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(InDocument)))
            .Where(path => path.StartsWith("/api/", StringComparison.Ordinal) && !document.Paths.ContainsKey(path))
            .ToList();
        foreach (var path in missing)
        {
            await faults.WriteLineAsync($"{path} is not in the description.");
        }

        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return missing.Count > 0 ? 1 : 0;
    }

    private static string InDocument(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content,
        _ => "",
    }));
}
