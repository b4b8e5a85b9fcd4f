# A chain of attributes whose middle is None.
class Link:
    def __init__(self, next_link):
        self.next_link = next_link

def main():
    chain = Link(Link(None))
    return chain.next_link.next_link.next_link
