"""What is written for somebody who begins: a rulebook, its examples, a roster to fill in, a daily job."""
