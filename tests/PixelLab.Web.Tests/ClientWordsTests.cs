using System.Text.Json;

namespace PixelLab.Web.Tests;

/// <summary>Translations of the words of panel and dock (<c>Client/words.mjs</c>): a language is files, and no code.</summary>
public sealed class ClientWordsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-words-");

    [Fact]
    public async Task A_translation_needs_every_word_and_every_form_of_its_own_language()
    {
        await WriteAsync("en/dock.json", """{"hide":"Hide","hits.one":"{count} hit","hits.other":"{count} hits of {site}"}""");
        await WriteAsync("pl/dock.json", """{"hide":"Ukryj","hits.one":"a","hits.few":"b","hits.many":"c","hits.other":"d {site}"}""");
        var words = await ReadAsync("pl");
        Assert.Equal("Ukryj", words.GetProperty("dock.hide").GetString());
        Assert.Equal("c", words.GetProperty("dock.hits.many").GetString());
    }

    [Theory]
    [InlineData("""{"hits.one":"{count} Abruf","hits.other":"{count} Abrufe"}""", "“hide” is missing")]
    [InlineData("""{"hide":"Weg","hits.other":"{count} Abrufe"}""", "“hits.one” is missing")]
    [InlineData("""{"hide":"Weg","hits.one":"{zahl} Abruf","hits.other":"{count} Abrufe"}""", "a place to fill in")]
    [InlineData("""{"hide":"Weg","hits.one":"1","hits.other":"n","show":"Her"}""", "“show” is not among the English words")]
    public async Task What_a_translation_lacks_is_named(string german, string fault)
    {
        await WriteAsync("en/dock.json", """{"hide":"Hide","hits.one":"{count} hit","hits.other":"{count} hits"}""");
        await WriteAsync("de/dock.json", german);
        Assert.Contains(fault, (await ReadAsync("de")).GetString(), StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The language's words, or what the build says instead.</summary>
    private Task<JsonElement> ReadAsync(string language)
    {
        var folder = JsonSerializer.Serialize(new Uri(_folder.FullName + Path.DirectorySeparatorChar).AbsoluteUri);
        return ClientCode.EvaluateAsync("words.mjs", $$"""(() => { try { return code.wordsOf('{{language}}', new URL({{folder}})); } catch (fault) { return fault.message; } })()""");
    }

    private async Task WriteAsync(string name, string json)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);
    }
}
