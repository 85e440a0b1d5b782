namespace PixelLab.Web.Tests.Mail;

/// <summary>A message goes through a real mail server, when one is named, and only where a person sends it.</summary>
public sealed class MailForwardingTests
{
    [Fact]
    public async Task A_message_reaches_the_server_as_it_was_and_only_the_address_that_was_typed()
    {
        await using var smtp = await SmtpProcess.StartAsync();
        await using var server = await LabServer.StartAsync(
            ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{smtp.Port}"), ("Smtp:From", "lab@school.example"));
        var box = await Mailbox.OpenAsync(server, "ask");
        var mail = await box.MessageAsync("sale");

        var answer = await box.PostAsync("mail", $"/messages/{mail}/send", ("to", "someone@school.example"));

        Assert.Contains("Sent.", answer, StringComparison.Ordinal);
        Assert.Contains(await box.Seat.EventsAsync("mail"), handled => handled.Text("how") == "sent_on");
        var delivered = await smtp.MessageAsync();
        Assert.Equal("lab@school.example", delivered.From);
        Assert.Equal("someone@school.example", delivered.To);
        var original = await box.DownloadAsync(mail);
        Assert.Equal(original.MessageId, delivered.Message.MessageId);
        Assert.Equal(original.Subject, delivered.Message.Subject);
        Assert.Equal(Lines(original.TextBody), Lines(delivered.Message.TextBody));
        Assert.Equal(Lines(original.HtmlBody), Lines(delivered.Message.HtmlBody));
        Assert.Contains(box.At("postbox", $"/o/{mail}.gif").ToString(), delivered.Message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_wants_a_name_and_a_password_gets_them()
    {
        await using var smtp = await SmtpProcess.StartAsync("lab", "a word");
        await using var server = await LabServer.StartAsync(
            ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{smtp.Port}"), ("Smtp:UserName", "lab"), ("Smtp:Password", "a word"));
        var box = await Mailbox.OpenAsync(server, "ask");

        await box.PostAsync("mail", $"/messages/{await box.MessageAsync("followup")}/send", ("to", "someone@school.example"));

        Assert.Equal("someone@school.example", (await smtp.MessageAsync()).To);
    }

    [Fact]
    public async Task A_refusal_of_the_server_is_told_and_nothing_is_sent()
    {
        await using var smtp = await SmtpProcess.StartAsync("lab", "a word");
        await using var server = await LabServer.StartAsync(("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{smtp.Port}"));
        var box = await Mailbox.OpenAsync(server, "ask");
        var send = $"/messages/{await box.MessageAsync("sale")}/send";

        Assert.Contains("did not take it", await box.PostAsync("mail", send, ("to", "someone@school.example")), StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "nobody", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", new string('a', 300) + "@b.example" })
        {
            Assert.Contains("not one email address", await box.PostAsync("mail", send, ("to", wrong)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_more_than_ten_messages_leave_in_ten_minutes()
    {
        await using var smtp = await SmtpProcess.StartAsync();
        await using var server = await LabServer.StartAsync(("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{smtp.Port}"));
        var box = await Mailbox.OpenAsync(server, "ask");
        var send = $"/messages/{await box.MessageAsync("sale")}/send";
        for (var sent = 0; sent < 10; sent++)
        {
            Assert.Contains("Sent.", await box.PostAsync("mail", send, ("to", "someone@school.example")), StringComparison.Ordinal);
        }

        Assert.Contains("Try again later", await box.PostAsync("mail", send, ("to", "someone@school.example")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_named_nothing_can_be_sent()
    {
        await using var server = await LabServer.StartAsync();
        var box = await Mailbox.OpenAsync(server, "ask");
        var send = $"/messages/{await box.MessageAsync("sale")}/send";

        Assert.Contains("switched off", await box.PageAsync("mail", send), StringComparison.Ordinal);
        Assert.Contains("switched off", await box.PostAsync("mail", send, ("to", "someone@school.example")), StringComparison.Ordinal);
    }

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");
}
