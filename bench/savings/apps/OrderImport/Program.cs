using DepGraph.Bench.Savings;
using OrderImport;

// Imports a file of orders and prints what came in. Each step is one library's, and can be left out.
var arguments = SwitchedStart.With("CommandLineParser") ? Arguments.Parse(args) : new Arguments();
var settings = SwitchedStart.With("YamlDotNet") ? SettingsFile.Read(arguments.Settings) : new Settings();
var products = SwitchedStart.With("Newtonsoft.Json") ? CatalogFile.Read(settings.Catalog) : [];
var orders = SwitchedStart.With("CsvHelper") ? OrderFile.Read(settings.Orders) : Order.ByHand; // the steps behind it have as much to do
var rates = SwitchedStart.With("HtmlAgilityPack") ? RatePage.Read(settings.Rates) : [];
var lines = SwitchedStart.With("Humanizer") ? Phrases.Of(orders) : [];
if (SwitchedStart.With("Spectre.Console"))
    OrderTable.Print(orders, products);
Console.WriteLine($"{orders.Length} orders, {products.Length} products, {rates.Count} rates, {lines.Length} lines");
SwitchedStart.Ready();
