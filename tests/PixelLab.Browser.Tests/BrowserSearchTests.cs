namespace PixelLab.Browser.Tests;

public sealed class BrowserSearchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-path-");
    private int _installs;

    [Fact]
    public async Task The_one_that_the_person_names_comes_first()
    {
        var named = Put("elsewhere", "my-browser");
        Put("bin", "chromium");
        Assert.Equal(named, await (Search() with { Told = named }).FindAsync());
    }

    [Fact]
    public async Task A_named_one_that_is_not_there_is_an_error_even_where_another_could_be_found()
    {
        Put("bin", "chromium");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>((Search() with { Told = "/nowhere/chrome" }).FindAsync);
        Assert.Equal("PIXELLAB_BROWSER names /nowhere/chrome, but there is no such file.", failure.Message);
    }

    [Fact]
    public async Task A_Chromium_on_the_path_comes_before_a_Chrome_and_before_Playwrights_own()
    {
        Put("bin", "google-chrome");
        var chromium = Put("usr", "chromium");
        Put("playwright", "chrome");
        Assert.Equal(chromium, await Search().FindAsync());
        Assert.Equal(0, _installs);
    }

    [Fact]
    public async Task Playwrights_own_is_taken_before_one_is_installed()
    {
        var own = Put("playwright", "chrome");
        Assert.Equal(own, await Search().FindAsync());
        Assert.Equal(0, _installs);
    }

    [Fact]
    public async Task Where_there_is_none_one_is_installed()
    {
        var found = await (Search() with { InstallAsync = () => Task.FromResult(Put("usr", "chromium").Length > 0) }).FindAsync();
        Assert.Equal(Path.Combine(_folder.FullName, "usr", "chromium"), found);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_none_can_be_had_the_tests_fail_with_a_sentence_that_says_what_to_install(bool installerSaysItDid)
    {
        var search = Search() with { InstallAsync = () => Task.FromResult(installerSaysItDid) };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(search.FindAsync);
        Assert.Equal(
            "The browser tests need Chromium. Install it (on Debian or Ubuntu: sudo apt-get install chromium), "
            + "or set PIXELLAB_BROWSER to the path of a Chromium or Chrome.",
            failure.Message);
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private BrowserSearch Search() => new()
    {
        Folders = [Path.Combine(_folder.FullName, "bin"), Path.Combine(_folder.FullName, "usr")],
        PlaywrightsOwn = Path.Combine(_folder.FullName, "playwright", "chrome"),
        InstallAsync = () =>
        {
            _installs++;
            return Task.FromResult(false);
        },
    };

    private string Put(string folder, string name)
    {
        var path = Path.Combine(_folder.CreateSubdirectory(folder).FullName, name);
        File.WriteAllText(path, "");
        return path;
    }
}
