using System.Net;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace PixelLab.Web.Tests;

/// <summary>The description of the API holds for every route, and says of each what it is for, what it refuses and how it looks.</summary>
public sealed partial class ApiDocumentTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly string[] Described = ["/api/", "/healthz"];

    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task The_command_writes_every_route_and_what_the_lab_serves_is_the_same()
    {
        var (written, served) = (Read(await LabProcess.CommandAsync("openapi")), await ServedAsync());

        Assert.Equal(written.Paths.Keys.Order(), served.Paths.Keys.Order());
        Assert.Equal(written.Components!.Schemas!.Keys.Order(), served.Components!.Schemas!.Keys.Order());
        Assert.Contains("/api/seats/{seat}/events", served.Paths.Keys);
    }

    [Fact]
    public async Task It_describes_the_api_and_no_page()
    {
        var document = await ServedAsync();
        Assert.All(document.Paths.Keys, path => Assert.Contains(Described, start => path.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_for_what_it_refuses_and_how_it_looks()
    {
        var operations = (await ServedAsync()).Paths
            .SelectMany(path => path.Value.Operations!.Select(operation => (Name: $"{operation.Key} {path.Key}", What: operation.Value)));
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.What.Summary), $"{operation.Name} has no summary.");
            Assert.True(
                operation.What.Description == "It refuses nothing." || operation.What.Responses!.Keys.Any(IsRefusal), $"{operation.Name} names no error.");
            Assert.All(
                operation.What.Responses!.Where(answer => IsRefusal(answer.Key) && answer.Key != "503").Select(answer => answer.Value),
                refusal => Assert.Equal("application/problem+json", Assert.Single(refusal.Content!).Key));
            Assert.All(
                operation.What.Parameters ?? [], parameter => Assert.True(parameter.Example is not null, $"{operation.Name} has no example of ‘{parameter.Name}’."));
            Assert.All(
                JsonOf(operation.What), content => Assert.True(content.Example is not null, $"{operation.Name} has no example of its JSON."));
        });
    }

    [Theory]
    [InlineData("EventView", "kind", 17)]
    [InlineData("RoomAction", "do", 18)]
    public async Task Of_several_forms_each_says_which_it_is(string name, string discriminator, int forms)
    {
        var schema = (await ServedAsync()).Components!.Schemas![name];
        Assert.Equal(forms, schema.OneOf!.Count);
        Assert.All(schema.OneOf, form =>
        {
            Assert.Contains(discriminator, form.Required!);
            Assert.Single(form.Properties![discriminator].Enum!);
        });
    }

    [Fact]
    public async Task What_has_no_value_is_left_out_but_for_numbers_that_cannot_be_told()
    {
        var schemas = (await ServedAsync()).Components!.Schemas!;
        Assert.DoesNotContain("next", schemas["CompareView"].Required!);
        Assert.False(schemas["CompareView"].Properties!["next"].Type!.Value.HasFlag(JsonSchemaType.Null));
        Assert.Contains("value", schemas["ReportCell"].Required!);
        Assert.True(schemas["ReportCell"].Properties!["value"].Type!.Value.HasFlag(JsonSchemaType.Null));
    }

    [Fact]
    public async Task The_page_to_try_it_on_is_there_in_development_alone_and_loads_nothing_from_elsewhere()
    {
        using (var nothing = await _server.Http.GetAsync(_server.Url("lab", "/scalar"), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }

        await using var development = await LabProcess.StartInDevelopmentAsync();
        using var reply = await development.Http.GetAsync(development.Url("lab", "/scalar/"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var policy = string.Join(' ', reply.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);

        var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var scripts = Sources().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(scripts);
        foreach (var address in scripts)
        {
            var script = new Uri(new Uri(development.Url("lab", "/scalar/")), address);
            Assert.Equal($"localhost:{development.Port}", script.Authority);
            using var answer = await development.Http.GetAsync(script, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static bool IsRefusal(string status) => status[0] is '4' or '5';

    private static IEnumerable<OpenApiMediaType> JsonOf(OpenApiOperation operation) =>
        new[] { operation.RequestBody?.Content }.Concat(operation.Responses!.Where(answer => !IsRefusal(answer.Key)).Select(answer => answer.Value.Content))
            .SelectMany(content => content ?? new Dictionary<string, OpenApiMediaType>())
            .Where(content => content.Key == "application/json" && content.Value.Schema is not OpenApiSchemaReference { Reference.Id: "Stream" })
            .Select(content => content.Value);

    /// <summary>The document, if it is one to the reader of the standard.</summary>
    private static OpenApiDocument Read(string json)
    {
        var read = OpenApiDocument.Parse(json, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        return read.Document!;
    }

    private async Task<OpenApiDocument> ServedAsync() =>
        Read(await _server.Http.GetStringAsync(_server.Url("lab", "/openapi/v1.json"), TestContext.Current.CancellationToken));

    [GeneratedRegex("""(?:src|href)=["']([^"'#]+)["']""")]
    private static partial Regex Sources();
}
