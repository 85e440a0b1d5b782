using PixelLab.Core.Languages;

namespace PixelLab.Core.Rules;

/// <summary>A way in which mail programs treat the pictures in a message.</summary>
/// <param name="Name">Its name in settings and events.</param>
public sealed record MailClient(string Name)
{
    /// <summary>What it is, in a few words.</summary>
    public string Title => Words[$"MailClient.{Name}"];

    /// <summary>What it does, in a sentence.</summary>
    public string Effect => Words[$"MailClient.{Name}.Effect"];

    /// <summary>Who does it so.</summary>
    public string Example => Words[$"MailClient.{Name}.Example"];

    private static Words Words => Language.Asked[SettingsText.Words];
}

/// <summary>The five ways the lab's inbox can behave.</summary>
public static class MailClients
{
    /// <summary>Pictures load straight from the sender.</summary>
    public static readonly MailClient Direct = new("direct");

    /// <summary>Nothing loads until the reader asks.</summary>
    public static readonly MailClient Ask = new("ask");

    /// <summary>The mail service fetches at opening, and keeps a copy.</summary>
    public static readonly MailClient Proxy = new("proxy");

    /// <summary>A relay fetches at delivery, whether or not anybody opens.</summary>
    public static readonly MailClient Relay = new("relay");

    /// <summary>Known pixels are taken out.</summary>
    public static readonly MailClient Strip = new("strip");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<MailClient> All = [Direct, Ask, Proxy, Relay, Strip];

    /// <summary>The way of that name; <see cref="Direct"/> for any other text.</summary>
    public static MailClient Find(string? name) => All.FirstOrDefault(client => client.Name == name) ?? Direct;
}
