using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What page furniture says in the languages served: read-also lines, calls to subscribe, copyright and the like.</summary>
internal static partial class Phrases
{
    private const int MaxCallLength = 400;
    private const int MaxLineLength = 300;
    private const int MaxShareBarLength = 150;
    private const int MinWordsBesideTemplate = 20;

    /// <summary>True when the text opens like a pointer to other articles.</summary>
    public static bool IsReadAlso(string text) => text.Length <= MaxLineLength && ReadAlso().IsMatch(text);

    /// <summary>True when the text is nothing but the label of a list of other articles.</summary>
    public static bool IsReadAlsoLabel(string text) => text.Length <= 60 && ReadAlsoLabel().IsMatch(text);

    /// <summary>True when the label names what many read or what is new, which says nothing about this article.</summary>
    public static bool IsPopular(string text) => Popular().IsMatch(text);

    /// <summary>True for a call to subscribe, share, donate, download or report a mistake.</summary>
    public static bool IsCall(string text) => text.Length <= MaxCallLength && Call().IsMatch(text);

    /// <summary>True when the text asks for money or company somewhere in it; said of a text with a link, for the words change and stand anywhere.</summary>
    public static bool IsAppeal(string text) => text.Length <= MaxCallLength && Appeal().IsMatch(text);

    /// <summary>True for a line that a script should have filled in and did not: <c>{{ item.title }}</c>.</summary>
    public static bool IsTemplate(string text) =>
        text.Contains("{{", StringComparison.Ordinal) && text.Contains("}}", StringComparison.Ordinal) && PageText.LetterCount(Template().Replace(text, string.Empty)) < MinWordsBesideTemplate;

    /// <summary>True when the text names who took the picture.</summary>
    public static bool IsCredit(string text) => text.Length <= MaxLineLength && Credit().IsMatch(text);

    /// <summary>True for what stands under a text only: who contributed, how to reach the writer, where it appeared first.</summary>
    public static bool IsEndNote(string text) => text.Length <= MaxCallLength && EndNote().IsMatch(text);

    /// <summary>True for a line that never is article text: copyright, tags, a picture's credit, "advertisement".</summary>
    public static bool IsFurnitureLine(string text) =>
        (text.Length <= MaxLineLength && Copyright().IsMatch(text)) || (text.Length <= 200 && Label().IsMatch(text)) || (text.Length <= 40 && Whole().IsMatch(text));

    /// <summary>True for a line of nothing but places to share the page at: "Facebook Twitter Email".</summary>
    public static bool IsShareBar(string text) => text.Length <= MaxShareBarLength && !TextShape.EndsSentence(text) && ShareBar().IsMatch(text);

    /// <summary>True for the label behind which a page prints its readers' comments.</summary>
    public static bool IsCommentsLabel(string text) => text.Length <= 40 && Comments().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Mark = @"^[\s\W]*";

    [GeneratedRegex(Mark + @"(чита(йте|ть|й) (также|ещ[её]|далее|по теме)|также читайте|(ещ[её] |также |материалы |новости )?по теме( публикации)?\s*([:.]|$)|ранее( по теме)?\s*(:|$)|смотрите (также|ещ[её])|см\. также|похожие (материалы|новости|статьи)|рекомендуем( также| почитать| прочитать)?\s*(:|$)|другие (новости|материалы|статьи)( |$)|подробнее\s*:|обратите внимание\s*:|вас может заинтересовать|главное по теме|самое читаемое"
        + @"|чита(йте|ти) (також|ще|далі)|також читайте|(ще |також )?(до|за) тем(и|ою)\s*([:.]|$)|за цією темою|раніше( по темі)?\s*(:|$)|дивіться також|більше (по темі|за темою|новин)|схожі (матеріали|новини|статті)|рекомендуємо( також| прочитати)?\s*(:|$)|інші (новини|матеріали)( |$)|детальніше\s*:|зверніть увагу\s*:|вас може зацікавити"
        + @"|read (also|more|next|this|the full|our)\b.{0,3}(:|\b)|also read|also on|see also|see more|more (on|from|about) (this|the|our)?|more:|related( (articles?|stories|story|coverage|content|posts?|topics?|news|links?|reading|video))?\s*(:|[|-]|$)|recommended( (for you|reading|stories|articles))?\s*(:|$)|you (may|might) also (like|be interested)|don['’]t miss|what to read next|up next|top stories|most (read|popular)|keep reading|continue reading|(click|tap) here|further reading|in case you missed|watch( now| also| more)?\s*[:|]|listen( to)?\s*[:|]|trending( now)?\s*(:|$)"
        + @"|lesen sie (auch|mehr)|mehr zum thema|auch interessant|lire aussi|[àa] lire (aussi|[ée]galement)|lire également|le[ae] tambi[ée]n|te puede interesar|lee también|leggi anche|czytaj (te[żz]|tak[żz]e|wi[ęe]cej)|zobacz (te[żz]|tak[żz]e|również)|leia (tamb[ée]m|mais)|veja tamb[ée]m|lees ook|läs (också|mer)|čtěte také)", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex ReadAlso();

    [GeneratedRegex(Mark + @"(читайте (также|ещ[её])|также читайте|(ещ[её] |также |материалы |новости |статьи )?по теме|ранее( по теме)?|смотрите также|похожие (материалы|новости|статьи)|рекомендуем|другие новости|вас может заинтересовать|читайте (також|ще)|також читайте|(ще |також |матеріали |новини )?(до|за) тем(и|ою)|раніше|дивіться також|схожі (матеріали|новини|статті)|рекомендуємо|інші новини|вас може зацікавити"
        + @"|read (also|more|next)|also read|see also|more (on this( story| topic)?|stories|news|from .{1,30}|like this|about this)|related( (articles?|stories|coverage|content|posts?|topics?|news|links?|reading))?|recommended( (for you|reading|stories|articles))?|you (may|might) also (like|be interested in)|don['’]t miss|what to read next|up next|top stories|most (read|popular|viewed)|trending( now)?|latest( news| stories)?|popular( now| stories)?"
        + @"|lesen sie auch|mehr zum thema|auch interessant|(à )?lire aussi|sur le même (sujet|thème)|lea también|te puede interesar|leggi anche|czytaj (też|także|również)|zobacz (też|także|również)|leia também|veja também)[\s\W]*$", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex ReadAlsoLabel();

    [GeneratedRegex(Mark + @"(most (read|popular|viewed|shared)|top stories|trending|latest|popular|самое (читаемое|популярное)|популярн|последние|свежие|лента|найпопулярніш|останні|стрічка|meistgelesen|les plus lus|lo más)", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Popular();

    [GeneratedRegex(Mark + @"(подпи(шитесь|сывайтесь|сывайся|ши(сь|те))|следите за|присоединяйтесь|поделит(есь|ься)|поддержите|нашли (ошибку|опечатку)|если вы (нашли|заметили|обнаружили) (ошибку|опечатку)|выделите (е[её]|текст|фрагмент)|заметили ошибку|больше новостей|наш (телеграм|telegram|канал)|все новости|скачайте|оставьте комментарий|хотите (получать|читать)|получайте"
        + @"|підпи(шіться|суйтеся|сатися|суйтесь|суйся)|стежте за|слідкуйте за|приєднуйтесь|приєднуйтеся|поділи(тися|тесь|ться|тися)|підтримайте|знайшли помилку|якщо ви (знайшли|помітили|виявили) помилку|якщо (знайшли|помітили) помилку|виділіть (її|текст|фрагмент)|помітили помилку|більше новин|наш (телеграм|канал)|усі новини|завантажуйте|залиште коментар|отримуйте"
        + @"|sign up|subscribe|join (us|our|the (conversation|discussion))|follow us|follow .{1,40} on (twitter|facebook|instagram|x)\b|like us on|share (this|on|via|your)|support (us|our|independent)|donate|become a (member|subscriber)|download (our|the) .{0,30}\bapp\b|get (the|our|all the) (latest|best|top|news|free|day)|stay (up to date|informed|on top)|have (a|you) (story|news|spotted|found)|spotted (a|an) (mistake|error)|report (an? )?(error|typo|mistake)|write to us|email (us|the author)|contact (us|the (author|reporter|writer))|send us|leave a (comment|reply)|post a comment|view comments|already a subscriber|register (now|for free)|log ?in|create (an|a free) account|we want to hear|please (enable|subscribe|sign)|your support|this (site|website|page) uses cookies|we use cookies|by (signing up|clicking|continuing|subscribing|entering|providing)|unlock|to continue reading|start your free|thank you for (reading|subscribing)|thanks for (reading|signing)"
        + @"|abonnieren sie|folgen sie|newsletter|abonnez-vous|suivez|suscríbete|síguenos|iscriviti|seguici|zapisz się|obserwuj|inscreva-se|siga)", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Call();

    [GeneratedRegex(Mark + @"((additional )?reporting (by|from)|contributing\W|(with )?contributions from|with (files|reporting) from|(written|edited|compiled) by|contact .{3,60}\b(at|on|via)\b|(you can )?(reach|follow|email|e-mail) (her|him|them|me|us|the (author|reporter|writer))|(this|the) (article|story|post|piece|column) (was|is|has been|originally|first) (also )?(originally |first )?(published|appeared|updated|written|produced|adapted)|originally published|(the )?(views|opinions) expressed|more information\W|материал (подготов|опубликован|предоставлен)|публикация подготовлена|матеріал (підготов|опубліков)|перев[её]л|переклад\b|redaktion\b)", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex EndNote();

    [GeneratedRegex(@"^\W*(©|\(c\)|copyright\b|все права (защищены|принадлежат)|усі права захищен|всі права захищен|при (цитировании|копировании|использовании|перепечатке)|у разі (цитування|передруку|використання)|при (цитуванні|використанні|передруку)|перепечатка|передрук|використання матеріалів|использование материалов|мнение (автора|редакции)|думка (автора|редакції)|alle rechte|tous droits|todos los derechos|tutti i diritti)|all rights reserved|may not be (published|reproduced|republished)", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^\W*(теги?|метки|мітки|ключевые слова|ключові слова|темы|теми|рубрик[аи]|категори[яиії]|tags?|topics?|keywords|filed under|categories|category|posted in|tagged( with)?|фото|фотография|фотографія|ілюстрація|иллюстрация|изображение|зображення|скриншот|скріншот|автор фото|джерело фото|источник фото|коллаж|колаж|photos?( by| credit)?|image( credit| source)?|picture|credit|getty images|screenshot|foto|bild|crédit photo|source|quelle|шрифт|размер шрифта|просмотров|переглядів|views?)\s*[:/©]", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\W*(advertisement|advertising|реклама|рекламa|на правах рекламы|на правах реклами|ad|ads|sponsored( content)?|loading\W*|share( this| article)?|поделиться|поширити|поділитися|print( this| article)?|печать|распечатать|роздрукувати|email( this)?|save|comments?|комментарии|коментарі|close|закрыть|закрити|menu|меню|skip( to (main )?content)?|наверх|вгору|back to top|top|next|previous|далее|далі|назад|facebook|twitter|telegram|whatsapp|viber|copy link|скопировать ссылку|копіювати посилання|story continues below.*|article continues (below|after).*|continue reading.*|anzeige|publicité|publicidad|pubblicità|reklama|play video|watch video|view (photos|gallery).*|hide caption|toggle caption|enlarge( this)? image|(\d+ )?(min(ute)?s? read|мин(ут[аы]?)? чтения|хв(илин[аи]?)? читання))\W*$", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W*(\d+\s+)?(comments?|комментари(и|й|ев)|коментар(і|ів|ь)|обсуждение|обговорення|leave a (reply|comment)|join the (discussion|conversation)|залишити коментар|оставить комментарий|kommentare|commentaires|comentarios)(\s*\(?\d+\)?)?\W*$", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Comments();

    [GeneratedRegex(@"поддерж(ать|ите) (редакцию|издание|газету|сайт|проект|наш|нас|независим)|підтрима(ти|йте) (редакцію|видання|газету|сайт|проєкт|наш|нас|незалежн)|(стан(ьте|ь)|стать) (другом|подписчиком|патроном|спонсором)|ста(ньте|нь|ти) (другом|підписником|патроном|частиною спільноти)|долуч(айтеся|айтесь|итися) до (спільноти|клубу)|оформ(ите|ить|іть|ити) (\w+ )?(подписку|пожертвование|перевод|підписку|переказ|внесок)|(сделать|зробити) (пожертвование|внесок)|support (us|our (work|journalism|newsroom))|make a (donation|contribution)", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Appeal();

    [GeneratedRegex(@"^(?=.*\b(facebook|twitter|whats ?app|telegram|viber|вконтакте|linkedin|pinterest|reddit|e-?mail)\b)\W*((share|tweet|pin|facebook|twitter|x|e-?mail|mail|whats ?app|telegram|viber|vk|вконтакте|одноклассники|linkedin|reddit|pinterest"
        + @"|tumblr|flipboard|messenger|pocket|instagram|threads|bluesky|mastodon|sms|print|copy( link)?|link|поделиться|поділитися|отправить|надіслати|друк|печать|распечатать|копировать|скопировать ссылку|копіювати посилання"
        + @"|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa|udostępnij|drukuj)\b\W*){2,}$", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex ShareBar();

    [GeneratedRegex(@"\{\{[^{}]{0,300}\}\}", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Template();

    [GeneratedRegex(@"(^|[\s.(])(фото|фотография|фотографія|иллюстрация|ілюстрація|снимок|знімок|коллаж|колаж|скриншот|скріншот|photos?|image|picture|credit|foto|bild)( credit| by)?\s*[:©/]|getty images|shutterstock|reuters/|ap photo", Options, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Credit();
}
