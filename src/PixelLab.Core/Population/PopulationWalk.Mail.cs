using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Town.Mail;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>Mail: messages that arrive, are fetched by machines, opened and followed.</summary>
public sealed partial class PopulationWalk
{
    private IEnumerable<Happening> Arrive(Step step, Inhabitant person, int day)
    {
        var mail = MailId(person, day);
        var mailing = Mailings.First[step.Thing];
        Happening Machine(LabEvent happened) => Note(happened, person, -1);
        yield return Machine(new MailSent
        {
            At = step.At,
            Mail = mail,
            Campaign = mailing.Campaign,
            Subject = string.Format(CultureInfo.InvariantCulture, mailing.Subject, person.Persona.FirstName),
            Person = person.Persona.Key,
        });
        yield return Machine(new PixelPlanted
        {
            At = step.At,
            Plant = mail,
            PageView = mail,
            Site = "mail",
            Page = "/messages/" + mail,
            Vendor = PostboxWire.VendorName,
            Event = VendorEvents.EmailOpen,
            Trigger = PixelTrigger.Image,
            Url = PageUrl(PostboxWire.VendorName, PostboxWire.OpenPath(mail)),
        });
        if (person.Mail == MailClients.Relay)
        {
            yield return Machine(new MailHandled { At = step.At, Mail = mail, What = "prefetched", Client = person.Mail.Name });
            Later(step.At.AddSeconds(1), () => Machine(ByMachine(step.At.AddSeconds(1), mail, "Mozilla/5.0", "198.51.100.255")));
        }
    }

    private IEnumerable<Happening> OpenMail(Step step, Inhabitant person, OwnBrowser browser, int day)
    {
        var mail = MailId(person, day);
        yield return Note(
            new MailHandled { At = step.At, Mail = mail, What = "opened", Client = person.Mail.Name }, person, browser.Number);
        if (person.Mail == MailClients.Proxy && _fetched.Add((person.Number, day)))
        {
            const string agent = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
            Later(step.At.AddSeconds(1), () => Note(ByMachine(step.At.AddSeconds(1), mail, agent, "203.0.113.255"), person, -1));
        }
        else if (person.Mail == MailClients.Direct)
        {
            yield return Note(
                new Hit
                {
                    At = step.At.AddMilliseconds(300),
                    Vendor = PostboxWire.VendorName,
                    Site = "mail",
                    Request = Request(browser, person, step.Address, PostboxWire.VendorName, PostboxWire.OpenPath(mail), null, null),
                },
                person,
                browser.Number);
        }
    }

    private IEnumerable<Happening> ClickMail(Step step, Inhabitant person, OwnBrowser browser, int day)
    {
        yield return Note(
            new Hit
            {
                At = step.At,
                Vendor = PostboxWire.VendorName,
                Site = "mail",
                Request = Request(
                    browser, person, step.Address, PostboxWire.VendorName, PostboxWire.ClickPath(MailId(person, day), 0), null, null),
            },
            person,
            browser.Number);
    }

    private static Hit ByMachine(DateTimeOffset at, string mail, string agent, string address) => new()
    {
        At = at,
        Vendor = PostboxWire.VendorName,
        Site = "mail",
        Request = Request(
            address,
            PostboxWire.OpenPath(mail),
            [new("Host", Host(PostboxWire.VendorName)), new("User-Agent", agent), new("Accept-Encoding", "gzip, deflate, br"), new("Connection", "Keep-alive")]),
    };

    /// <summary>A message's number: nobody could guess it, yet the same seed gives the same.</summary>
    private string MailId(Inhabitant person, int day) => new Dice(_plan.Seed, person.Number, day, -1).Hexadecimal();
}
