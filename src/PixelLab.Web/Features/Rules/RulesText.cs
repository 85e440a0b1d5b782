using PixelLab.Core.Rules;

namespace PixelLab.Web.Features.Rules;

/// <summary>The banners and referrer policies in the words of the switches.</summary>
public static class RulesText
{
    /// <summary>What a kind of banner is called.</summary>
    public static string Title(Regime regime) => SettingsText.Words.English($"Regime.{regime.Name()}") ?? regime.Name();

    /// <summary>What it does, in a sentence.</summary>
    public static string Explain(Regime regime) => SwitchesText.Text[$"Regime.{regime}"];

    /// <summary>What a referrer policy makes a browser send along to another site, in a few words.</summary>
    public static string ExplainReferrer(string policy) => SwitchesText.Text[policy.Length == 0 ? "Referrer.None.Means" : $"Referrer.{policy}"];

    /// <summary>What a kind of mail program does.</summary>
    public static string ExplainMail(string client) => SwitchesText.Text[$"Mail.{client}"];
}
