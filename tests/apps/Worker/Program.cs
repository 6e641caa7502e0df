using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Worker;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<Waiting>();
builder.Build().Run();
