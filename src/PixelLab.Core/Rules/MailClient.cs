namespace PixelLab.Core.Rules;

/// <summary>A way in which mail programs treat the pictures in a message.</summary>
/// <param name="Name">Its name in settings and events.</param>
/// <param name="Effect">What it does, in a sentence.</param>
/// <param name="Example">Who does it so.</param>
public sealed record MailClient(string Name, string Effect, string Example)
{
    /// <summary>What it is, in a few words.</summary>
    public string Title => SettingsText.Words.English($"MailClient.{Name}") ?? Name;
}

/// <summary>The five ways the lab's inbox can behave.</summary>
public static class MailClients
{
    /// <summary>Pictures load straight from the sender.</summary>
    public static readonly MailClient Direct = new(
        "direct",
        "Your own browser fetches the pictures when you open the message, so the sender sees your address and browser.",
        "Many mail programs that have been told to always show pictures.");

    /// <summary>Nothing loads until the reader asks.</summary>
    public static readonly MailClient Ask = new(
        "ask",
        "Nothing is fetched until you ask for the pictures.",
        "Desktop Outlook (versions to 2013, by default).");

    /// <summary>The mail service fetches at opening, and keeps a copy.</summary>
    public static readonly MailClient Proxy = new(
        "proxy",
        "The mail service fetches the pictures when you first open the message and keeps a copy. The sender sees the service’s address, not yours, and the first opening only.",
        "Gmail, since December 2013.");

    /// <summary>A relay fetches at delivery, whether or not anybody opens.</summary>
    public static readonly MailClient Relay = new(
        "relay",
        "A relay fetches every picture when the message arrives, whether or not you ever open it. The sender believes that everybody opens everything.",
        "Apple Mail with Mail Privacy Protection, since September 2021.");

    /// <summary>Known pixels are taken out.</summary>
    public static readonly MailClient Strip = new(
        "strip",
        "The pixel is removed before the message is shown; other pictures come through a proxy.",
        "Proton Mail, by default.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<MailClient> All = [Direct, Ask, Proxy, Relay, Strip];

    /// <summary>The way of that name; <see cref="Direct"/> for any other text.</summary>
    public static MailClient Find(string? name) => All.FirstOrDefault(client => client.Name == name) ?? Direct;
}
