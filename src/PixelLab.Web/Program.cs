using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Lab;
using PixelLab.Web.Live;
using PixelLab.Web.Rules;
using PixelLab.Web.Seats;
using PixelLab.Web.Sites.News;
using PixelLab.Web.Sites.Shop;
using PixelLab.Web.Storage;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Metrics;

var builder = WebApplication.CreateBuilder(args);

builder.AddAddressing();
builder.AddCapture();
builder.AddStorage();
builder.AddLive();
builder.AddRules();
builder.AddLab();

var app = builder.Build();

app.UseCapture();
app.UseAddressing();
app.UseOwnOriginsOnly();
app.UseLabErrors();
app.UseRateLimiter();

app.MapStaticAssets();
app.MapLive();
app.MapSeats();
app.MapLab();

app.MapConsent();
app.MapPrivacy();
app.MapShop();
app.MapNews();

app.MapMetrics();
app.MapAdnet();

app.Run();
