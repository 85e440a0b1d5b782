using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PixelLab.Web.Api;

/// <summary>
/// <c>dotnet run --project src/PixelLab.Web -- openapi</c>: writes the description of the API. The lab itself is not started. The types of the
/// browser code are made from it.
/// </summary>
public static class OpenApiCommand
{
    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(IReadOnlyList<string> arguments) => arguments is ["openapi", ..];

    /// <summary>Writes it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app, Stream output)
    {
        // What is mapped is known to the rest of the program only from here on.
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name).GetOpenApiDocumentAsync();
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return 0;
    }
}
