using System.Text.Json;

namespace PixelLab.Web.Tests;

/// <summary>The words of scripts and their translations (<c>Client/words.mjs</c>, <c>Client/stray-words.mjs</c>): a language is files, and no code.</summary>
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

    [Fact]
    public async Task No_word_for_people_stands_in_the_scripts_of_pages_that_are_translated()
    {
        var found = await ClientCode.EvaluateAsync("stray-words.mjs", "code.strayWords()");
        Assert.True(found.GetArrayLength() == 0, string.Join('\n', found.EnumerateArray()));
    }

    [Theory]
    [InlineData("html`<p>${a}\n  Nothing yet.</p>`", "2: … Nothing yet.")]
    [InlineData("html`<button class=\"primary\" aria-label=\"Back\">‹</button>`", "1: \"Back\"")]
    [InlineData("html`<td title=${a ? b : `${b} hits`}></td>`", "1: … hits")]
    [InlineData("html`<b>${a ? 'Paused' : words.say('pause')}</b>`", "1: Paused")]
    [InlineData("html`<ul>${list.map((one) => html`<li>${one} or ${one}</li>`)}</ul>`", "1: … or …")]
    [InlineData("html`<p class=${a > b ? 'big note' : html`Deep`}></p>`", "1: Deep")]
    [InlineData("const NAMES = { a: 'not seen', b: 'c' };", "1: not seen")]
    [InlineData("this.problem = away ? 'Gone.' : '';", "1: Gone.")]
    [InlineData("element.textContent = 'Done';", "1: Done")]
    [InlineData("element.setAttribute('aria-label', 'Dock');", "1: Dock")]
    [InlineData("tell(`After ${n} of ${m}`);", "1: After … of …")]
    [InlineData("const layout = css`.a::before { content: 'Pixel'; }`;", "1: 'Pixel'")]
    public async Task A_word_that_stands_in_a_script_is_found(string script, string word) => Assert.Equal([word], await StrayWordsAsync(script));

    [Theory]
    [InlineData("html`<p class=${a ? 'button primary' : 'button'} id=\"a b\">PixelLab: ${words.say('nothing')} +${n} ›</p>`")]
    [InlineData("html`${words.parts('sum', { hits: html`<b>${hits}</b>` })}<!-- Not drawn. -->`")]
    [InlineData("type Name = 'one two'; interface Both { name: 'one two' }; let a: Record<'one two', string>;")]
    [InlineData("place.querySelector('.answers > ul > li'); /one two/.exec(text); throw new Error('It is broken.');")]
    [InlineData("import './one two'; const key = `${seat} ${plant}`; const event = 'seat-changed';")]
    [InlineData("const layout = css`.a { content: attr(data-title); grid-area: one / two; }`;")]
    public async Task What_nobody_reads_is_no_stray_word(string script) => Assert.Empty(await StrayWordsAsync(script));

    private static async Task<IEnumerable<string>> StrayWordsAsync(string script) =>
        (await ClientCode.EvaluateAsync("stray-words.mjs", $"code.wordsIn({JsonSerializer.Serialize(script)})")).EnumerateArray().Select(word => word.GetString()!);

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
