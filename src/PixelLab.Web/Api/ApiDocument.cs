using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace PixelLab.Web.Api;

/// <summary>The description of the API, made from the routes and what they say of themselves.</summary>
internal static class ApiDocument
{
    /// <summary>Its name in the address.</summary>
    public const string Name = "v1";

    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    private const string About =
        """
        Everything that the lab's own panel does, it does over this. A seat is one learner's own space: whoever knows its name may read it, and there is no other key.

        Live events come over the SignalR hub `/live`: `Follow(seat, after)` streams each event of a seat once and in order as an `EventView`, first those after the cursor, then each as it is kept. The `cursor` of the last event is the one to go on from after a dropped connection; an empty text is the beginning. An `erased` event with `newLog` says that the lab has another log than the cursor is of: what was shown is of no use any more, and all comes from the beginning.

        What has no value is left out. Every refusal is problem JSON with a sentence in `detail`. Beside the errors that an operation names, any may answer 403 to a page of another origin, 500 where the lab made a mistake, and 503 where it can keep nothing at the moment.
        """;

    /// <summary>Examples of what stands in addresses.</summary>
    private static readonly Dictionary<string, object> InAddresses = new()
    {
        ["seat"] = Example.Seat,
        ["code"] = Example.Room,
        ["id"] = 12,
        ["slug"] = "what-a-tracking-pixel-is",
        ["name"] = "pages",
        ["after"] = "11",
        ["limit"] = 100,
        ["follow"] = "0123456789abcdef",
        ["events"] = 10,
        ["a"] = 12,
        ["b"] = 15,
        ["lang"] = "en",
        ["lens"] = "both",
        ["counting"] = "careful",
        ["town"] = "on",
        ["place"] = "shop",
        ["at"] = "shop/shoes/3",
        ["until"] = "12",
        ["people"] = "students",
        ["projected"] = false,
        ["format"] = "csv",
        ["vendor"] = "metrics",
        ["site"] = "shop",
        ["event"] = "page_view",
        ["text"] = "shoes",
        ["show"] = "everything",
        ["anew"] = true,
    };

    /// <summary>Sets up how it is made.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer(ApiSchemas.OfType);
        options.AddOperationTransformer(OfRoute);
        options.AddDocumentTransformer(Whole);
    }

    private static Task OfRoute(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var said = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var name in RoutePatternFactory.Parse(context.Description.RelativePath!).Parameters.Select(part => part.Name))
        {
            if (operation.Parameters.All(parameter => parameter.Name != name))
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }
        }

        foreach (var header in said.OfType<ApiHeader>())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = true,
                Description = header.Meaning,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create("…"),
            });
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Name = parameter.In == ParameterLocation.Query ? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!) : parameter.Name;
            parameter.Example ??= InAddresses.TryGetValue(parameter.Name!, out var example) ? JsonSerializer.SerializeToNode(example) : null;
        }

        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var example in said.OfType<ApiExample>())
        {
            var content = example.IsSent ? operation.RequestBody?.Content : operation.Responses?.First(answer => answer.Key[0] == '2').Value.Content;
            content![Json].Example = JsonSerializer.SerializeToNode(example.Make(), TypeOf(context.Description, example.IsSent), json);
        }

        // What stands for an error in the type of a handler is written as problem JSON before it goes out.
        foreach (var refusal in (operation.Responses ?? []).Where(answer => answer.Key[0] is '4' or '5').Select(answer => answer.Value).OfType<OpenApiResponse>())
        {
            refusal.Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemJson] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", context.Document) },
            };
        }

        return Task.CompletedTask;
    }

    /// <summary>The type that is written, by which an example says which of several forms it has.</summary>
    private static Type TypeOf(ApiDescription route, bool isSent) => isSent
        ? route.ParameterDescriptions.First(parameter => parameter.Source == BindingSource.Body).Type
        : route.SupportedResponseTypes.First(answer => answer.StatusCode < StatusCodes.Status300MultipleChoices).Type!;

    private static Task Whole(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "PixelLab", Version = Name, Description = About };
        document.Paths["/healthz"] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = Health() } };
        document.Paths.Remove("/" + WireTypeRoute.Path);
        document.Tags = document.Tags?.Where(tag => tag.Name != WireTypeRoute.Tag).ToHashSet();
        ApiSchemas.SayWhatIsWritten(document);
        return Task.CompletedTask;
    }

    private static OpenApiOperation Health()
    {
        static OpenApiSchema Of(JsonSchemaType type) => new() { Type = type };
        static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] members) => new()
        {
            Type = JsonSchemaType.Object,
            Properties = members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.Schema),
        };
        static OpenApiResponse State(string meaning, string example) => new()
        {
            Description = meaning,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Json] = new()
                {
                    Schema = Object(
                        ("state", Of(JsonSchemaType.String)),
                        ("since", Of(JsonSchemaType.String)),
                        ("why", Of(JsonSchemaType.String)),
                        ("refused", new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = Object(("budget", Of(JsonSchemaType.String)), ("count", Of(JsonSchemaType.Integer)), ("latest", Of(JsonSchemaType.String))),
                        })),
                    Example = JsonNode.Parse(example),
                },
            },
        };
        return new OpenApiOperation
        {
            Summary = "Whether the lab can take hits.",
            Responses = new OpenApiResponses
            {
                ["200"] = State(
                    "It can. Told with it is what was refused since the lab began because a budget was used up. The state is behind where what is kept has to wait.",
                    """{ "state": "ready", "since": "2026-11-23T08:00:00Z", "refused": [{ "budget": "hits_of_address", "count": 12, "latest": "2026-11-23T12:00:00Z" }] }"""),
                ["503"] = State(
                    "It cannot, and why: the store is full, broken or away.",
                    """{ "state": "full", "since": "2026-11-23T12:00:00Z", "why": "The disk is full. Hits are refused.", "refused": [] }"""),
            },
        };
    }
}
