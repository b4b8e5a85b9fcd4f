# Inherited and overridden methods.
class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return self.name + " says " + self.sound()
    def sound(self):
        return "..."

class Dog(Animal):
    def sound(self):
        return "woof"

class Puppy(Dog):
    def speak(self):
        return "(" + self.name + ")"

def main():
    return [a.speak() for a in (Animal("it"), Dog("rex"), Puppy("tiny"))], Puppy("p").sound()
