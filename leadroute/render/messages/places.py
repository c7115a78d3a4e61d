"""Messages about places, numbers, dates and what is inferred (LR550 to LR562)."""

from __future__ import annotations

from leadroute.render.messages.message import Message

MESSAGES: dict[str, Message] = {
    "LR550": Message(
        "“{value}”不止一处（{count} 行）：{candidates}；没有猜",
        "'{value}' is the name of several places ({count} rows): {candidates}; none was guessed",
        "补上所在的省份或城市",
        "add the province or the city it lies in",
    ),
    "LR551": Message(
        "“{value}”不在{given}，而在{found}（{count} 行）；两格都照原样用",
        "'{value}' does not lie in {given} but in {found} ({count} rows); both cells are used as they stand",
        "核对这一行的地址，改正写错的一格",
        "check the address of the row and mend the cell that is wrong",
    ),
    "LR553": Message(
        "“{header}”列有 {count} 格写了不止一级，已拆开，例如“{value}”拆成 {meaning}",
        "{count} cells of '{header}' name more than one level and were taken apart, "
        "for example '{value}' into {meaning}",
    ),
    "LR554": Message(
        "有 {count} 行没有{field}，按{source}补上，例如“{value}”属于“{meaning}”",
        "{count} rows lack {field}; it was concluded from {source}, for example '{value}' lies in '{meaning}'",
    ),
    "LR555": Message(
        "“{header}”列用逗号作小数点（{count} 格），例如“{value}”读作 {meaning}",
        "'{header}' writes decimals with a comma ({count} cells), for example '{value}' is {meaning}",
        "如果逗号是千位分隔，去掉它",
        "if the comma parts thousands, leave it out",
    ),
    "LR556": Message(
        "“{header}”列看不出月在前还是日在前（{count} 格）；按月在前，“{value}”读作 {meaning}",
        "nothing in '{header}' shows whether month or day comes first ({count} cells); "
        "the month was taken first, '{value}' as {meaning}",
        "如果是日在前，把这一列写成 2026-11-01 的样子",
        "if the day comes first, write the column like 2026-11-01",
    ),
    "LR557": Message(
        "“{header}”列看不出日在前还是月在前（{count} 格）；用点隔开，按日在前，“{value}”读作 {meaning}",
        "nothing in '{header}' shows whether day or month comes first ({count} cells); "
        "it is written with dots, so the day was taken first, '{value}' as {meaning}",
        "如果是月在前，把这一列写成 2026-11-01 的样子",
        "if the month comes first, write the column like 2026-11-01",
    ),
    "LR558": Message(
        "“{header}”列里有的日期日在前，有的月在前；两可的 {count} 格按多数读，例如“{value}”读作 {meaning}",
        "some dates of '{header}' have the day first and some the month; the {count} cells that may be either are read "
        "like most, for example '{value}' as {meaning}",
        "把这一列统一写成 2026-11-01 的样子",
        "write the whole column like 2026-11-01",
    ),
    "LR559": Message(
        "“{header}”列有 {count} 格带时区，已换成规则手册的时区，例如“{value}”是 {meaning}",
        "{count} cells of '{header}' name a time zone and were brought to the rulebook's, "
        "for example '{value}' is {meaning}",
    ),
    "LR560": Message(
        "有 {count} 行没有{field}，由此推断：{sources}；例如“{value}”推断为“{meaning}”，依据里会注明",
        "{count} rows lack {field}; it was inferred from: {sources}; for example '{meaning}' from '{value}', "
        "and every decision that uses it says so",
    ),
    "LR561": Message(
        "infer 要由手机号推断{field}，但没有安装号段库",
        "infer wants {field} from mobile numbers, but the library of number ranges is not installed",
        "运行 pip install 'leadroute[cn-phone]'，或从 infer 里去掉 phone",
        "run pip install 'leadroute[cn-phone]', or take phone out of infer",
    ),
    "LR562": Message(
        "infer 要由邮箱域名推断公司，但没有老客户文件",
        "infer wants the company from the e-mail domain, but there is no customers file",
        "用 --customers 给出老客户文件，或从 infer 里去掉 company",
        "give the customers file with --customers, or take company out of infer",
    ),
}
