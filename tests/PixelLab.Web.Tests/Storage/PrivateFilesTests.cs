namespace PixelLab.Web.Tests.Storage;

/// <summary>What the lab keeps is for the account that runs it alone.</summary>
public sealed class PrivateFilesTests
{
    private const UnixFileMode ForOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public async Task No_other_account_of_the_machine_may_read_what_is_kept_also_of_an_earlier_version()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives a user's folders such rights by itself.");
        var folder = Directory.CreateTempSubdirectory("pixellab-test-");
        var old = Path.Combine(folder.FullName, "rooms.json");
        await File.WriteAllTextAsync(old, "[]", TestContext.Current.CancellationToken);
#pragma warning disable CA1416 // Skipped where there are no such modes.
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        await using (var own = new OwnLog(folder))
        {
            await own.Log.AppendAsync([KeptVisit.Of("kept", DateTimeOffset.UtcNow)], TestContext.Current.CancellationToken);

            folder.Refresh();
            Assert.Equal(UnixFileMode.None, folder.UnixFileMode & ForOthers);
            Assert.True(folder.EnumerateFiles().Count() > 3);
            Assert.All(folder.EnumerateFiles(), file => Assert.True((file.UnixFileMode & ForOthers) == 0, $"{file.Name} {file.UnixFileMode}"));
        }
#pragma warning restore CA1416

        folder.Delete(recursive: true);
    }
}
