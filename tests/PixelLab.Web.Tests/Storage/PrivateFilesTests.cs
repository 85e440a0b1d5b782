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

    [Fact]
    public async Task A_folder_in_which_others_keep_something_too_stays_as_it_is_and_so_do_their_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives a user's folders such rights by itself.");
        var folder = Directory.CreateTempSubdirectory("pixellab-test-");
        var theirs = Path.Combine(folder.FullName, "letter.txt");
        await File.WriteAllTextAsync(theirs, "", TestContext.Current.CancellationToken);
#pragma warning disable CA1416 // Skipped where there are no such modes.
        File.SetUnixFileMode(theirs, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        await using (var own = new OwnLog(folder))
        {
            folder.Refresh();
            Assert.True(folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute), $"{folder.UnixFileMode}");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.OtherRead, File.GetUnixFileMode(theirs));
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(folder.FullName, "events.db")) & ForOthers);
        }
#pragma warning restore CA1416

        folder.Delete(recursive: true);
    }
}
