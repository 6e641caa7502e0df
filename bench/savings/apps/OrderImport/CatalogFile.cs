using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace OrderImport;

/// <summary>The products, read by Newtonsoft.Json.</summary>
internal static class CatalogFile
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Product[] Read(string name)
    {
        var settings = new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() };
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
        return JsonConvert.DeserializeObject<Product[]>(text, settings) ?? [];
    }
}
