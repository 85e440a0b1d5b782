using PixelLab.Browser.Tests.Lessons;

[assembly: AssemblyFixture(typeof(PixelLab.Browser.Tests.SharedLab))]

namespace PixelLab.Browser.Tests;

/// <summary>One lab for all tests, each at a seat of its own, with the lessons of the tests and languages that nobody speaks.</summary>
public sealed class SharedLab : IAsyncLifetime
{
    private readonly DirectoryInfo _lessons = Directory.CreateTempSubdirectory("pixellab-lessons-");

    /// <summary>The lab.</summary>
    public LabServer Server { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Checkout.CopyLessonsTo(_lessons.FullName);
        MadeUpLanguage.WriteTo(_lessons.FullName, Checkout.Lab);
        PartOfALanguageTests.WriteTo(_lessons.FullName);
        Server = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"), ("Lessons:Folder", _lessons.FullName));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        _lessons.Delete(recursive: true);
    }
}
