namespace PixelLab.Web.Tests.Lessons;

/// <summary>A lab with the lessons of the tests, copied so that a test may change them.</summary>
public sealed class LessonsLab : IAsyncLifetime
{
    /// <summary>The folder of lessons.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("pixellab-lessons-");

    /// <summary>The lab.</summary>
    public LabServer Server { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Checkout.CopyLessonsTo(Folder.FullName);
        Server = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"), ("Lessons:Folder", Folder.FullName));
    }

    /// <summary>Writes a file of the folder, which is there whole or not at all.</summary>
    public void Write(string name, string text)
    {
        var file = Path.Combine(Folder.FullName, name);
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>A page of the lab.</summary>
    public async Task<string> PageAsync(string path) =>
        await Server.Http.GetStringAsync(Server.Url("lab", path), TestContext.Current.CancellationToken);

    /// <summary>Asks for a page until it is as wanted; fails when it never is.</summary>
    public async Task<string> PageUntilAsync(string path, Func<string, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var reply = await Server.Http.GetAsync(Server.Url("lab", path), patience.Token);
            var text = await reply.Content.ReadAsStringAsync(patience.Token);
            if (wanted(text))
            {
                return text;
            }

            await Task.Yield();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
