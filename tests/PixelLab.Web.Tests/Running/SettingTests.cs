using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PixelLab.Web.Running;

namespace PixelLab.Web.Tests.Running;

/// <summary>The list of settings is what can be set, what is told of it, and the end of everything else.</summary>
public sealed partial class SettingTests
{
    private const string Head = "| setting | default | what it does |\n|---|---|---|\n";

    [Fact]
    public void Every_option_that_is_bound_is_in_the_list()
    {
        var bound = typeof(SettingList).Assembly.GetTypes()
            .Select(type => (Type: type, Section: type.GetField("Section")?.GetRawConstantValue() as string))
            .Where(options => options.Section is not null && options.Type != typeof(SettingList))
            .SelectMany(options => options.Type.GetProperties().Where(property => property.SetMethod is not null)
                .Select(property => $"{options.Section}:{property.Name}"));

        Assert.Equal(bound.Order(), SettingList.All.Select(setting => setting.Name).Where(name => !name.StartsWith('-')).Order());
    }

    [Fact]
    public void Every_section_that_is_bound_stands_on_its_type()
    {
        var bound = Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Binding().Matches(File.ReadAllText(file))).Select(match => match.Groups["section"].Value).ToList();

        Assert.NotEmpty(bound);
        Assert.All(bound, section => Assert.EndsWith(".Section", section, StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_of_the_readme_is_the_list()
    {
        var file = Path.Combine(Checkout.Folder, "README.md");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        var table = string.Concat(SettingList.All.Select(setting => $"| `{setting.Name}` | {setting.Default} | {setting.What} |\n"));
        if (Environment.GetEnvironmentVariable("PIXELLAB_PICTURES") == "1")
        {
            File.WriteAllText(file, text[..start] + table + text[end..]);
            return;
        }

        Assert.True(
            table == text[start..end],
            "The table is another. Write it anew: PIXELLAB_PICTURES=1 dotnet test --project tests/PixelLab.Web.Tests --filter-class '*SettingTests'");
    }

    [Fact]
    public void The_help_tells_every_setting_and_every_command()
    {
        using var help = new StringWriter();

        Assert.Equal(0, HelpCommand.Run(["--help"], help));
        Assert.All(SettingList.All, setting => Assert.Contains($"\n{setting.Name} (", help.ToString(), StringComparison.Ordinal));
        Assert.All(CommandList.All, command => Assert.Contains($"\n  {command.Usage} ", help.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain('`', help.ToString());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("--lan --help")]
    public void Help_is_asked_for_in_the_usual_ways(string line) => Assert.True(HelpCommand.IsAsked(line.Split(' ')));

    [Theory]
    [InlineData("")]
    [InlineData("--lan")]
    [InlineData("--urls http://127.0.0.1:0 --lan")]
    [InlineData("--URLS=http://127.0.0.1:0")]
    [InlineData("lessons check")]
    [InlineData("lessons check --PixelLab:Lessons:Folder=here")]
    [InlineData("openapi")]
    [InlineData("check")]
    [InlineData("check --PixelLab:DataDirectory=/srv/lab")]
    [InlineData("backup lab.backup")]
    [InlineData("backup /srv/lab.backup --replace --PixelLab:DataDirectory /srv/lab")]
    [InlineData("backup --replace /srv/lab.backup")]
    [InlineData("restore /srv/lab.backup")]
    [InlineData("--environment=Development --contentRoot=here --applicationName=PixelLab.Web")]
    [InlineData("--environment Development")]
    [InlineData("--pixellab:keephours=2")]
    [InlineData("--PixelLab:KeepHours 2")]
    [InlineData("/PixelLab:KeepHours=2")]
    [InlineData("PixelLab:KeepHours=2")]
    [InlineData("--PixelLab:DataDirectory=")]
    [InlineData("--PixelLab= --PixelLab:Limits=")]
    [InlineData("--PixelLab:Addressing:TrustedProxies:0=10.0.0.9")]
    [InlineData("--Logging:LogLevel:Default=Debug --Kestrel:Limits:MaxConcurrentConnections=9 --AllowedHosts=*")]
    public void What_can_be_set_on_the_command_line_is_let_through(string line) => SettingCheck.OfArguments(Words(line));

    [Theory]
    [InlineData("--port 5161", "There is no option --port. Did you mean --urls http://localhost:5161?")]
    [InlineData("--port=5161", "Did you mean --urls http://localhost:5161?")]
    [InlineData("-p 5161", "There is no option -p. Did you mean --urls http://localhost:5161?")]
    [InlineData("--port", "Did you mean --urls http://localhost:5090?")]
    [InlineData("--url http://localhost:5161", "Did you mean --urls http://localhost:")]
    [InlineData("--ursl http://localhost:5161", "Did you mean --urls?")]
    [InlineData("--lna", "Did you mean --lan?")]
    [InlineData("--LAN", "--lan is written so")]
    [InlineData("--lan=true", "--lan is written so")]
    [InlineData("--hlep", "Did you mean --help?")]
    [InlineData("--keep-hours 2", "Did you mean --PixelLab:KeepHours?")]
    [InlineData("--PixelLab__KeepHours=2", "Did you mean --PixelLab:KeepHours?")]
    [InlineData("--data /srv", "Did you mean --PixelLab:DataDirectory?")]
    [InlineData("--PixelLab:KeepHour=2", "There is no setting PixelLab:KeepHour. Did you mean PixelLab:KeepHours?")]
    [InlineData("--PixelLab:HitsPerMinute=2", "Did you mean PixelLab:Limits:HitsPerMinute?")]
    [InlineData("--PixelLab:Foo=2", "There is no setting PixelLab:Foo. Did you mean PixelLab:")]
    [InlineData("--PixelLab:KeepHours:0=2", "There is no setting PixelLab:KeepHours:0. Did you mean PixelLab:KeepHours?")]
    [InlineData("--PixelLab:Addressing:TrustedProxies=10.0.0.9", "PixelLab:Addressing:TrustedProxies is a list")]
    [InlineData("--urls", "--urls needs a value")]
    [InlineData("--urls --PixelLab:KeepHours=2", "--urls needs a value")]
    [InlineData("5161", "There is no command 5161.")]
    [InlineData("lessons", "There is no command lessons. Did you mean lessons check?")]
    [InlineData("bakcup", "There is no command bakcup. Did you mean backup?")]
    [InlineData("Check", "There is no command Check. Did you mean check?")]
    [InlineData("backup", "backup needs the name of a file: pixellab backup FILE [--replace]")]
    [InlineData("restore --PixelLab:KeepHours=2", "restore needs the name of a file: pixellab restore FILE")]
    [InlineData("check here", "check takes no here: pixellab check")]
    [InlineData("backup one two", "backup takes no two: pixellab backup FILE")]
    [InlineData("restore one --replace", "There is no option --replace.")]
    public void What_cannot_be_set_on_the_command_line_stops_the_start_and_names_what_was_meant(string line, string words) =>
        Assert.Contains(words, Fault(() => SettingCheck.OfArguments(Words(line))), StringComparison.Ordinal);

    [Fact]
    public void All_that_is_wrong_on_the_command_line_is_named_at_once() =>
        Assert.Equal(2, Fault(() => SettingCheck.OfArguments(["--port", "5161", "--PixelLab:KeepHour=2"])).Split(Environment.NewLine).Length);

    [Fact]
    public void What_is_under_the_labs_name_in_the_configuration_and_no_setting_stops_the_start_with_its_place()
    {
        using var file = new MemoryStream("""{ "PixelLab": { "Limits": { "HitPerMinute": 3, "MegabytesOfLab": 5 }, "Addressing": { "HostNames": ["a", "b"] } }, "Other": 1 }"""u8.ToArray());
        var configuration = new ConfigurationBuilder().AddJsonStream(file)
            .AddInMemoryCollection([new("PixelLab:Lessons:Foldr", "x"), new("PixelLab:Smtp", ""), new("PixelLab", "x")]).Build();

        var words = Fault(() => SettingCheck.OfConfiguration(configuration)).Split(Environment.NewLine);

        Assert.Equal(
            [
                "There is no setting PixelLab:Lessons:Foldr. Did you mean PixelLab:Lessons:Folder? --help lists all that there is.",
                "There is no setting PixelLab:Limits:HitPerMinute. Did you mean PixelLab:Limits:HitsPerMinute? --help lists all that there is.",
            ],
            words.Order());
    }

    [Fact]
    public async Task A_setting_of_the_environment_that_does_not_exist_stops_the_start()
    {
        var (exitCode, words) = await LabProcess.FailToStartAsync(("KeepHuors", "2"));

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no setting PixelLab:KeepHuors (in the environment: PixelLab__KeepHuors). Did you mean PixelLab:KeepHours?", words, StringComparison.Ordinal);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Fault(Action check) => StartProblem.InWords(Assert.Throws<OptionsValidationException>(check))!;

    [GeneratedRegex(@"BindConfiguration\((?<section>[^)]*)\)")]
    private static partial Regex Binding();
}
