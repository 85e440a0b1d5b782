using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PixelLab.Web.Api;

internal static class ApiDocument
{
    public const string Name = "v1";

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
    }
}
