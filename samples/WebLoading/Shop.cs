using System.Runtime.CompilerServices;

namespace WebLoading;

/// <summary>The web app itself. Its prices are rules in C#, compiled at startup: that is what makes its start long.</summary>
internal static class Shop
{
    [MethodImpl(MethodImplOptions.NoInlining)] // or the runtime would load all of this with Main
    public static WebApplication Build(int port)
    {
        var rules = PriceRules.Compile("quantity >= 10 ? price * quantity * 0.9m : price * quantity");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/",
            () => Results.Text($"<!doctype html><title>Shop</title><h1>Shop</h1><p id=price>Ten apples cost {rules(0.5m, 10):0.00}</p>", "text/html"));
        app.MapGet(LoadingPage.ProgressPath, () => "1\n");
        return app;
    }
}
