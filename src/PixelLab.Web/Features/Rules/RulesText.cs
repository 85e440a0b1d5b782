using PixelLab.Core.Rules;

namespace PixelLab.Web.Features.Rules;

/// <summary>The banners and referrer policies in the words of the switches.</summary>
public static class RulesText
{
    /// <summary>What a kind of banner is called.</summary>
    public static string Title(Regime regime) => SettingsText.Words.English($"Regime.{regime.Name()}") ?? regime.Name();

    /// <summary>What it does, in a sentence.</summary>
    public static string Explain(Regime regime) => regime switch
    {
        Regime.None => "Nothing is shown and every pixel fires.",
        Regime.Notice => "The site tells that there are pixels, and they fire whatever you click: telling is not asking.",
        Regime.OptIn => "Nothing fires before a yes, and a no is as easy as a yes, as the GDPR and the ePrivacy Directive want it.",
        Regime.Manipulative => "Boxes ticked beforehand, a hidden no, pixels that do not wait: built to mislead, here for contrast.",
        _ => "Everything fires until you opt out, by a link or by your browser’s Global Privacy Control, as in California.",
    };

    /// <summary>What a referrer policy makes a browser send along to another site, in a few words.</summary>
    public static string ExplainReferrer(string policy) => policy switch
    {
        "" => "the browser’s own way",
        "no-referrer" => "nothing at all",
        "same-origin" => "nothing to other sites",
        "origin" or "strict-origin" => "only the site’s name",
        "origin-when-cross-origin" or "strict-origin-when-cross-origin" => "to other sites only the site’s name",
        "no-referrer-when-downgrade" => "the full address, unless encryption ends",
        _ => "the full address, always",
    };

    /// <summary>What a kind of mail program does.</summary>
    public static string ExplainMail(string client) => client switch
    {
        "ask" => "Images blocked until you ask for them.",
        "proxy" => "Fetched when you open the mail, by the mail company’s own server, and then kept (as Gmail does).",
        "relay" => "Fetched when the mail arrives, opened or not, through a relay that hides you (as Apple Mail does).",
        "strip" => "Known pixels taken out (as Proton Mail does).",
        _ => "Images load directly from the sender.",
    };
}
