using DepGraph.Bench.Savings;
using Microsoft.Extensions.Hosting;
using OrderNight;
using OrderNight.Data;

// A worker that books what came in over the day. Each step is one library's, and can be left out.
if (SwitchedStart.With("NLog"))
    Journal.Open();
var builder = Host.CreateApplicationBuilder(args);
if (SwitchedStart.With("Quartz"))
    Timetable.Add(builder);
using var host = builder.Build();

var prices = SwitchedStart.With("CsvHelper") ? PriceList.Read() : 0;
var news = SwitchedStart.With("AngleSharp") ? NewsPage.Read() : 0;
var open = SwitchedStart.With("EF Core Sqlite") ? Bookings.Open() : 0;
await host.StartAsync();
Console.WriteLine($"{prices} prices, {news} news, {open} bookings");
SwitchedStart.Ready();
await host.WaitForShutdownAsync();
