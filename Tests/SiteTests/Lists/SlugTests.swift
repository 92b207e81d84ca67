import Testing

@testable import Site

@Suite struct SlugTests {
  /// FIPS 180-4, appendix B, and the empty message of NIST's test vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesAreThoseOfTheStandard(text: String, hash: String) {
    #expect(SHA256.hex(Array(text.utf8)) == hash)
  }

  /// The code, else the text with every run of characters outside letters, digits, `-_.` made `-`.
  @Test(arguments: [
    ("quality/electrical", "quality-electrical"), ("质管部", "质管部"), ("A & B  (C)", "A-B-C-"), ("v1.2_x", "v1.2_x"),
    ("", "-"), (".hidden", "-hidden"),
  ])
  func namesAreMadeOfLettersAndDigits(text: String, slug: String) {
    #expect(Slugs([text])[text] == slug)
  }

  /// Names that meet after case folding each get 8 digits of their text's hash.
  @Test func namesThatMeetAreToldApart() {
    let slugs = Slugs(["abc", "ABC", "other"])
    #expect(slugs["abc"] == "abc-ba7816bf")
    #expect(slugs["ABC"].hasPrefix("ABC-") && slugs["ABC"] != "ABC-ba7816bf")
    #expect(slugs["other"] == "other")
  }

  /// A name of a file tells no more of a telephone than the page does.
  @Test func aTelephoneBesideANameIsMaskedInItToo() {
    let (owner, twin) = ("贺兰舟 13800138000", "贺兰舟 13811118000")
    #expect(Slugs([owner], masking: Masking())[owner] == "贺兰舟-138-8000")
    #expect(Slugs([owner])[owner] == "贺兰舟-13800138000")
    let both = Slugs([owner, twin], masking: Masking())
    #expect(both[owner].hasPrefix("贺兰舟-138-8000-") && both[owner] != both[twin])
  }

  @Test func longNamesAreCutAtACharacter() {
    let text = String(repeating: "质", count: 40)
    #expect(Slugs([text])[text] == String(repeating: "质", count: 26))
    let other = text + "管"
    #expect(Slugs([text, other])[other].utf8.count <= 80)
    #expect(Slugs([text, other])[other] != Slugs([text, other])[text])
  }
}
