using System.Net;
using DepGraph.Loading;
using WebLoading;

// The loading page has the port until the app is ready to take it over.
var port = args is [var first, ..] && int.TryParse(first, out var number) ? number : 5080;
if (Startup.IsRecording)
    port = 0; // any free one: a build must not fail because somebody has the port
using var watch = LoadSequence.ForEntryAssembly().Watch();
var page = new LoadingPage(new IPEndPoint(IPAddress.Loopback, port), watch);
var app = Shop.Build(port);

page.Dispose();
await app.StartAsync();
Startup.Ready();
await app.WaitForShutdownAsync();
