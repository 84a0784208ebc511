r"""Forms in Word, Excel and CSV made from the models of the records, and the way back from them.

What stands in a form file, for everybody who reads or makes one:

* a value stands in a content control: `w:tag` is the dotted path of its field («resources.cost.roubles»),
  `w:alias` its label with those of the fields around it («Ресурсы: Стоимость: Рублей»), unique in the form;
* a list of parts is a table under its label and the row of its column labels: the rows are items of a
  `w15:repeatingSection` tagged with the list («results»), the cells hold controls tagged «results.title»;
* several terms are check boxes («levels») with their words beside them, or drop-downs that repeat;
* the body stands last, under a heading of its own: every section under its heading in a rich control;
* what Word has no counterpart for (pictures, code) stands as Markdown in the styles `KopilkaRaw*`; a link
  to a file beside the record has the scheme `kopilka:`;
* custom document properties `kopilka.kind`, `kopilka.form`, `kopilka.record`, `kopilka.revision` name the
  kind, the form's version, the record and its version; a custom XML part keeps the record as it was.

In Excel and CSV the second row (hidden in Excel) holds the paths, its first cell `kopilka:KIND:VERSION`;
a list is «a; b», a list of parts has a line a part and «|» between its fields; `\` stands before a sign
that is meant as it is.
"""
