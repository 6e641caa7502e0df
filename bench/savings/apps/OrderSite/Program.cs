using DepGraph.Bench.Savings;
using OrderSite;
using OrderSite.Storage;

// A site that opens with the stock, the opening hours and a notice. Each step is one library's, and can be left out.
if (SwitchedStart.With("Serilog"))
    Journal.Open();
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

var hours = SwitchedStart.With("NodaTime") ? Calendar.Opening("Europe/Vienna") : "";
var offers = SwitchedStart.With("Autofac") ? Parts.Offers() : 0;
var problems = SwitchedStart.With("FluentValidation") ? OrderRules.Check() : 0;
var stock = SwitchedStart.With("Dapper+Sqlite") ? Stock.Open() : 0;
var retries = SwitchedStart.With("Polly") ? Patience.Try() : 0;
var notice = SwitchedStart.With("Markdig") ? Notice.Read() : "";

app.MapGet("/", () => Results.Content($"{hours}, {offers} offers, {problems} problems, {stock} in stock, {retries} retries\n{notice}", "text/html"));
await app.StartAsync();
SwitchedStart.Ready();
await app.WaitForShutdownAsync();
