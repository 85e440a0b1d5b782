using System.Net;

namespace PixelLab.Web.Tests.Rules;

public sealed class ClinicTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/symptoms/recurring-headaches", 200)]
    [InlineData("/symptoms/itching-skin", 200)]
    [InlineData("/symptoms/low-mood", 200)]
    [InlineData("/symptoms/%3Cscript%3E", 404)]
    [InlineData("/appointment", 200)]
    [InlineData("/appointment?topic=low-mood&patient=salma", 200)]
    [InlineData("/appointment/confirmed?topic=low-mood", 200)]
    [InlineData("/appointment/confirmed", 404)]
    [InlineData("/nothing", 404)]
    public async Task A_page_answers_and_says_who_is_meant(string path, int status)
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        using var reply = await guest.GetAsync("clinic", path);

        Assert.Equal((HttpStatusCode)status, reply.StatusCode);
        Assert.Contains("an invented patient. Nothing here is about you.", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_of_an_article_leads_to_an_appointment_about_it()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);

        Assert.Contains("/appointment?topic=low-mood\">Appointment", await guest.OpenAsync("clinic", "/symptoms/low-mood"), StringComparison.Ordinal);
        Assert.Contains("/appointment\">Appointment", await guest.OpenAsync("clinic", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_takes_nobody_but_the_invented_patient_and_its_fields_take_no_typing()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        var empty = await guest.OpenAsync("clinic", "/appointment?topic=low-mood");
        Assert.Contains("disabled", empty, StringComparison.Ordinal);
        Assert.Equal(3, empty.Split("<input readonly").Length - 1);

        using var real = await guest.PostAsync("clinic", "/appointment", HttpStatusCode.SeeOther, [("topic", "low-mood"), ("patient", "Somebody Real")]);
        using var invented = await guest.PostAsync("clinic", "/appointment", HttpStatusCode.SeeOther, [("topic", "low-mood"), ("patient", "salma")]);

        Assert.EndsWith("/appointment", real.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("/appointment/confirmed?topic=low-mood", invented.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_be_inferred_is_about_the_invented_patient_and_rests_on_hits()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        Assert.Contains("No company has been told anything yet.", await guest.OpenAsync("lab", "/what-they-infer"), StringComparison.Ordinal);

        await guest.OpenAsync("clinic", "/symptoms/low-mood");
        var plant = (await guest.Seat.EventsAsync("planted")).First(one => one.Text("vendor") == "metrics").Text("plant");
        using var fired = await lab.Server.Http.GetAsync(
            lab.Server.Url("metrics", $"/~{guest.Seat.Name}/px/PL-CLINIC-1.gif?en=page_view&z={plant}"), TestContext.Current.CancellationToken);

        var inferred = await guest.OpenAsync("lab", "/what-they-infer");
        Assert.Contains("Salma read about it: maybe is depressed", inferred, StringComparison.Ordinal);
        Assert.Contains("It says nothing about you", inferred, StringComparison.Ordinal);
        Assert.DoesNotContain("you are", inferred, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"/panel?hit={(await guest.Seat.OnlyHitAsync()).Id()}", inferred, StringComparison.Ordinal);
    }
}
