using System.ComponentModel.DataAnnotations;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace ConsoleBar;

/// <summary>What the sample is for when it is not loading: a host with services, some data in four formats, and a table.</summary>
internal static class OrderReport
{
    private const string Orders = """[{"id":"A-17","lines":3,"total":42.5},{"id":"B-4","lines":1,"total":7.9}]""";
    private const string Customers = "<customers><customer order='A-17'>Ada</customer><customer order='B-4'>Grace</customer></customers>";

    [MethodImpl(MethodImplOptions.NoInlining)] // or the runtime would load all of this with Main
    public static void Print()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddHttpClient();
        builder.Services.AddMemoryCache();
        using var host = builder.Build();
        host.Services.GetRequiredService<IHttpClientFactory>().CreateClient().Dispose();

        var customers = XDocument.Parse(Customers).Descendants("customer")
            .ToDictionary(customer => customer.Attribute("order")!.Value, customer => customer.Value);
        var orders = JsonSerializer.Deserialize<Order[]>(Unpack(Pack(Orders)), JsonSerializerOptions.Web)!;
        var table = new Table().AddColumns("Order", "Customer", "Lines", "Total", "Seal");
        foreach (var order in orders)
        {
            Validator.ValidateObject(order, new ValidationContext(order), validateAllProperties: true);
            table.AddRow(order.Id, customers[order.Id], $"{order.Lines}", $"{order.Total}", Seal(order.Id));
        }
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{AppDomain.CurrentDomain.GetAssemblies().Length} assemblies, environment " +
            $"{host.Services.GetRequiredService<IConfiguration>()["ENVIRONMENT"] ?? "Production"}");
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var writer = new BrotliStream(packed, CompressionLevel.Fastest))
            writer.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static string Seal(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private sealed record Order([property: RegularExpression("^[A-Z]-[0-9]+$")] string Id, [property: Range(1, 100)] int Lines, decimal Total);
}
